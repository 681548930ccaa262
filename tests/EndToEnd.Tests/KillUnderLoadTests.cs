using EndToEnd.Tests.Running;

namespace EndToEnd.Tests;

/// <summary>
/// The service as one process on a disk, ended by SIGKILL in the middle of its work. Twenty times: <c>./start bench kills</c>.
/// </summary>
public sealed class KillUnderLoadTests(ITestOutputHelper output)
{
    private const int Rounds = 3;

    [Fact]
    public async Task Three_kills_under_load_lose_and_double_nothing_that_was_answered()
    {
        var outcome = await Kills.Run(Rounds, Environment.TickCount, output.WriteLine);

        output.WriteLine($"{outcome}");
        Assert.Empty(outcome.Lost);
        Assert.Empty(outcome.Doubled);
        Assert.True(outcome.Answers > 0 && outcome.Filings > 0 && outcome.Sightings > 0);
    }
}
