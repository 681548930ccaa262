using FilingApi.Replay;

namespace FilingApi.Tests.Replay;

public sealed class ReplayCommandTests
{
    [Theory]
    [InlineData("The folder of the day is missing.")]
    [InlineData("The folder of the day is missing.", "")]
    [InlineData("The folder of the day is missing.", "--check")]
    [InlineData("One folder at a time: a and b are two.", "a", "b")]
    [InlineData("There is no option --fast.", "a", "--fast")]
    [InlineData("--out needs the name of a file.", "a", "--out")]
    [InlineData("--out needs the name of a file.", "a", "--out", "--check")]
    [InlineData("--out is given twice.", "a", "--out", "b", "--out", "c")]
    [InlineData("--out names a folder, /.", "a", "--out", "/")]
    [InlineData("The folder for --out /no/such/folder/file does not exist.", "a", "--out", "/no/such/folder/file")]
    public async Task Wrong_arguments_are_reported_in_one_sentence_with_the_usage(string sentence, params string[] args)
    {
        var (code, errors) = await Run(args);

        Assert.Equal(2, code);
        Assert.Equal([sentence, ReplayArguments.Usage], errors);
    }

    [Theory]
    [InlineData("--out", "o.json", "day", "--check")]
    [InlineData("day", "--check", "--out", "o.json")]
    public void Arguments_come_in_any_order(params string[] args) =>
        Assert.Equal(new ReplayArguments("day", "o.json", true), ReplayArguments.Parse(args));

    [Fact]
    public async Task A_missing_folder_is_reported()
    {
        var (code, errors) = await Run("/no/such/day");

        Assert.Equal(2, code);
        Assert.Equal(["There is no folder /no/such/day."], errors);
    }

    [Fact]
    public async Task A_check_without_expected_json_is_reported_before_anything_runs()
    {
        var folder = MakeDay.Folder(MakeDay.World, "");
        try
        {
            var (code, errors) = await Run(folder, "--check");

            Assert.Equal(2, code);
            Assert.Equal([$"{folder} has no expected.json."], errors);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int Code, string[] Errors)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await ReplayCommand.Run(args, Service.Start, output, errors, terminal: false);
        Assert.Empty(output.ToString());
        return (code, errors.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
