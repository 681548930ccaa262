using EndToEnd.Tests.Running;

namespace EndToEnd.Tests;

/// <summary>Both programs over a broker, under load, and what may befall them. Twenty times each: <c>./start bench faults</c>.</summary>
public sealed class FaultsTests(ITestOutputHelper output)
{
    private const int Rounds = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Whatever_is_killed_stopped_or_locked_under_load_nothing_that_was_answered_is_lost_or_doubled()
    {
        // Those that last, once.
        var faults = Enumerable.Range(0, Rounds).SelectMany(round => Fault.All.Where(fault => round == 0 || !fault.IsLong)).ToList();
        var outcome = await Faults.Run(faults, Environment.TickCount & int.MaxValue, output.WriteLine);

        output.WriteLine($"{faults.Count} faults of {Fault.All.Count} kinds: {outcome}");
        Assert.Empty(outcome.Lost);
        Assert.Empty(outcome.Doubled);
        Assert.True(outcome.Answers > 0 && outcome.Filings > 0 && outcome.Sightings > 0);
    }

    [Fact]
    public async Task What_was_on_its_way_for_the_first_time_as_the_broker_died_is_sent_when_it_is_back()
    {
        await using var all = await Installation.Start(output.WriteLine);
        await Make.World(all.Client, trucks: 2);
        await all.Client.Create(Make.Clerk, "filings", Make.Filing(Make.Plate(1)));
        await all.Broker.Kill();
        await all.Client.Create(Make.Clerk, "filings", Make.Filing(Make.Plate(2)));
        await all.Broker.StartAgain();

        // The bus itself may wait for ever for what a dead broker was to declare: the outbox must not.
        await Eventually.See("the filing service has sent everything.", Patience, async () => await all.Client.Metric("store_outbox_length{store=\"FilingDb\"}") == 0, () => all.Filing.Explanation);
    }
}
