using EndToEnd.Tests.Running;

namespace EndToEnd.Tests;

/// <summary>Both programs over a broker, under load, and what may befall them. Twenty times each: <c>./start bench faults</c>.</summary>
public sealed class FaultsTests(ITestOutputHelper output)
{
    private const int Rounds = 3;

    [Fact]
    public async Task No_answered_request_is_lost_or_doubled_by_a_fault_under_load()
    {
        // Those that last, once.
        var faults = Enumerable.Range(0, Rounds).SelectMany(round => Fault.All.Where(fault => round == 0 || !fault.IsLong)).ToList();
        var outcome = await Faults.Run(faults, Environment.TickCount & int.MaxValue, output.WriteLine);

        output.WriteLine($"{faults.Count} faults of {Fault.All.Count} kinds: {outcome}");
        Assert.Empty(outcome.Lost);
        Assert.Empty(outcome.Doubled);
        Assert.True(outcome.Answers > 0 && outcome.Filings > 0 && outcome.Sightings > 0);
    }
}
