using System.Text.Json;
using DispatchWorker.Planning;

namespace Dispatch.Worker.Tests.Planning;

/// <summary>The command as people call it: it gives a plan or names every mistake, and never ends with a stack trace.</summary>
public sealed class SolveCommandTests : IDisposable
{
    private static readonly string Good = Path.Combine(Days.Root(), "tests/data/instances/round-Milano_020_4_0-day0.json");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("solve");

    public void Dispose() => _folder.Delete(recursive: true);

    private string At(string name) => Path.Combine(_folder.FullName, name);

    [Fact]
    public void A_plan_is_written_and_can_be_read()
    {
        Assert.Equal(0, SolveCommand.Run([Good, "--iterations", "2000", "--seed", "3", "--threads", "2", "--out", At("plan.json")]));

        var plan = JsonDocument.Parse(File.ReadAllBytes(At("plan.json"))).RootElement;
        Assert.Equal(147, plan.GetProperty("distance").GetDouble());
        Assert.Equal("depot", plan.GetProperty("trucks")[0].GetProperty("stops")[0].GetProperty("kind").GetString());
        Assert.Single(_folder.GetFiles());
    }

    [Theory]
    [InlineData("", "DSP-005")]
    [InlineData("{\"jobs\": NaN}", "DSP-005")]
    [InlineData("[1, 2]", "DSP-002")]
    [InlineData("{\"metric\": \"matrix\"}", "DSP-001")]
    public void Mistakes_of_a_file_are_written_in_two_languages(string text, string code)
    {
        File.WriteAllText(At("problem.json"), text);

        Assert.Equal(2, SolveCommand.Run([At("problem.json"), "--seconds", "1", "--out", At("out.json")]));

        var first = JsonDocument.Parse(File.ReadAllBytes(At("out.json"))).RootElement.GetProperty("errors")[0];
        Assert.Equal(code, first.GetProperty("code").GetString());
        Assert.Matches("[\u4e00-\u9fff]", first.GetProperty("sentence").GetString()!);
        Assert.NotEmpty(first.GetProperty("sentenceEn").GetString()!);
    }

    [Fact]
    public void A_folder_or_nothing_at_all_cannot_be_read()
    {
        foreach (var path in (string[])[_folder.FullName, At("nowhere.json"), "\0"])
        {
            Assert.Equal(2, SolveCommand.Run([path, "--out", At("out.json")]));
            Assert.Contains("DSP-010", File.ReadAllText(At("out.json")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Cancelled_it_writes_nothing_and_says_so_by_its_exit_code()
    {
        File.Copy(Path.Combine(Days.Root(), "tests/data/instances/emptying-R201-50.json"), At("problem.json"));

        var code = SolveCommand.Run(
            [At("problem.json"), "--seconds", "60", "--out", At("plan.json")],
            new CancellationToken(canceled: true)
        );

        Assert.Equal(130, code);
        Assert.Equal("problem.json", Assert.Single(_folder.GetFiles()).Name);
    }

    [Theory]
    [InlineData]
    [InlineData("--seconds")]
    [InlineData("file", "--seconds", "soon")]
    [InlineData("file", "--seconds", "-1")]
    [InlineData("file", "--speed", "9")]
    [InlineData("file", "--out", "/nowhere/at/all.json")]
    public void Wrong_options_end_before_anything_is_planned(params string[] args) => Assert.Equal(2, SolveCommand.Run(args));
}
