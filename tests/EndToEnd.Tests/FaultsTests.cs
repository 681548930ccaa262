using EndToEnd.Tests.Running;

namespace EndToEnd.Tests;

/// <summary>Both programs over a broker, under load, and what may befall them. Twenty times each: <c>./start bench faults</c>.</summary>
public sealed class FaultsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Whatever_is_killed_stopped_or_locked_under_load_nothing_that_was_answered_is_lost_or_doubled()
    {
        var outcome = await Faults.Run(Fault.All, rounds: 1, Environment.TickCount & int.MaxValue, output.WriteLine);

        output.WriteLine($"{Fault.All.Count} faults, once each: {outcome}");
        Assert.Empty(outcome.Lost);
        Assert.Empty(outcome.Doubled);
        Assert.True(outcome.Answers > 0 && outcome.Filings > 0 && outcome.Sightings > 0);
    }
}
