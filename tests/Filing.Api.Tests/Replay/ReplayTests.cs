using System.Text.Json;
using FilingApi.Replay;

namespace FilingApi.Tests.Replay;

public sealed class ReplayTests
{
    [Theory]
    [InlineData("edges")]
    [InlineData("ordinary-day")]
    [InlineData("before-spring-festival")]
    [InlineData("crowded")]
    public async Task A_sample_day_comes_out_as_the_rules_say(string name)
    {
        var folder = Path.Combine(SampleDays.Folder, name);

        var replayed = await ReplayDay.Run(DayReader.Read(folder), Service.Start);

        using var got = JsonDocument.Parse(replayed.Outcome.ToJson());
        Assert.Empty(Comparison.Compare(DayReader.ReadExpected(folder), got.RootElement).Select(difference => difference.ToString()));
    }
}
