using Contracts.Register;
using FilingApi.Domain;
using static FilingApi.Tests.Domain.MakeOrder;

namespace FilingApi.Tests.Domain;

/// <summary>What each act leaves in an order and its stops beside their states (<see cref="OrderMovesTests"/>).</summary>
public sealed class OrderActsTests
{
    private static readonly ConfinedEntry Entry = new("ZY-7", ["李四", "王五"], new GasReading(20.9m, 2m, null, Now.AddMinutes(-10)));

    [Fact]
    public void Its_entry_in_the_register_is_its_truck_its_window_its_stops_and_its_plant()
    {
        var order = NewOrder(2);

        var fact = order.ToFact(MakeOrder.Plant);

        Assert.Equal((order.Number, 1, FactKind.Ordered, Now), (fact.Number, fact.Seq, fact.Kind, fact.At));
        var entry = fact.Body!;
        Assert.Equal((Now.AddMinutes(-30), Now.AddMinutes(180)), (entry.From, entry.To));
        Assert.Equal([new TruckKey(Make.Plate(1), PlateColour.Yellow)], entry.Trucks);
        Assert.Equal([new Area(Make.Site, Order.SiteRadiusM)], entry.Sites);
        Assert.Equal((new Area(new GeoPoint(28.2, 113.3), 300), "P1", false), (entry.Plant, entry.PlantCode, entry.Emergency));
        Assert.Equal((order.Truck, "DD-1-1", Make.Site), (entry.Trucks[0], order.Trip, order.Stops[0].Point));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Declining_ends_an_entry_that_has_not_run_out(int milliseconds, bool ends)
    {
        var order = NewOrder(1);
        var now = order.To.AddMilliseconds(milliseconds);

        var (refusal, fact) = order.Decline("车坏", Someone, now);

        Assert.Null(refusal);
        Assert.Equal((now, "车坏"), (order.DeclinedAt, order.DeclineReason));
        Assert.Equal(ends ? new RegisterFact(order.Number, 2, FactKind.Cancelled, now, null) : null, fact);
        Assert.Equal("车坏", order.TakeNewActs()[^1].Detail?.Reason);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "DSP-201")]
    public void An_order_is_cancelled_until_its_entry_ends(int milliseconds, string? code)
    {
        var order = NewOrder(1);
        var now = order.To.AddMilliseconds(milliseconds);

        var (refusal, fact) = order.Cancel("改期", Someone, now);

        Assert.Equal(code, refusal?.Code);
        Assert.Equal(code is null ? (now, "改期") : (null, null), ((DateTimeOffset?, string?))(order.CancelledAt, order.CancelReason));
        Assert.Equal(code is null ? FactKind.Cancelled : null, fact?.Kind);
    }

    [Fact]
    public void A_stop_keeps_when_it_began_with_what_and_what_was_pumped()
    {
        var order = NewOrder(1);

        order.Begin(1, Entry);
        var begun = order.Stops[0].Entry;
        order.Finish(order.Stops[0], 1.5m, 20, Someone, Now.AddMinutes(15));

        var stop = order.Stops[0];
        Assert.Equal((Entry, Now, Now.AddMinutes(15)), (begun, stop.BegunAt, stop.DoneAt));
        Assert.Equal((1.5m, 20), (stop.DoneM3, stop.MudDepthMm));
        var acts = order.TakeNewActs();
        Assert.Equal(["begin", "done"], acts.Select(act => act.Act));
        Assert.Equal([(1, null), (1, 1.5m)], acts.Select(act => (act.Detail!.Stop, act.Detail.M3)));
        Assert.Equal("ZY-7; 李四, 王五; O2 20.9 %, H2S 2 mg/m³, LEL  %, 2026-03-02T09:50:00.0000000+08:00", acts[0].Detail!.Words);
    }

    [Fact]
    public void A_stop_of_an_open_space_keeps_no_entry()
    {
        var order = NewOrder(1);

        order.Begin(order.Stops[0], NewJob(), HistoryOf(order), Entry, Someone, Now);

        Assert.Null(order.Stops[0].Entry);
    }

    [Fact]
    public void A_stop_of_a_job_that_was_taken_back_does_not_begin()
    {
        var (order, job) = (NewOrder(1), NewJob());
        job.Cancel("不再需要", [], Someone, Now);

        var refusals = order.Begin(order.Stops[0], job, HistoryOf(order), Entry, Someone, Now);

        Assert.Equal([Refusals.JobTakenBack], refusals.Select(refusal => refusal.Kind));
        Assert.Null(order.Stops[0].BegunAt);
    }

    [Fact]
    public void A_skipped_stop_says_why()
    {
        var order = NewOrder(2);

        order.Skip(2);

        Assert.Equal("堵车", order.Stops[1].SkipReason);
        var act = order.TakeNewActs()[^1];
        Assert.Equal(("skip", 2, "堵车"), (act.Act, act.Detail!.Stop, act.Detail.Reason));
    }

    [Fact]
    public void A_closed_trip_skips_what_was_not_done_and_the_order_is_over()
    {
        var order = NewOrder(3);
        order.Begin(1);
        order.Finish(1);
        order.Begin(2);
        var before = order.IsOver;

        var skipped = order.Close(Someone, Now);

        Assert.Equal([2, 3], skipped.Select(stop => stop.K));
        Assert.All(skipped, stop => Assert.Equal(StopState.Skipped, stop.State));
        Assert.Equal((false, true, Now), (before, order.IsOver, order.ClosedAt));
        Assert.Equal("close", order.TakeNewActs()[^1].Act);
    }

    [Fact]
    public void A_declined_and_a_cancelled_order_are_over()
    {
        var (declined, cancelled) = (NewOrder(1), NewOrder(1));

        declined.Decline("x", Someone, Now);
        cancelled.Cancel("x", Someone, Now);

        Assert.True(declined.IsOver);
        Assert.True(cancelled.IsOver);
    }

    /// <summary>R9: a live stop is one not skipped, of an order neither declined nor cancelled.</summary>
    [Fact]
    public void A_stop_is_live_by_its_state_and_its_order()
    {
        var (open, declined, cancelled) = (NewOrder(4), NewOrder(1), NewOrder(1));
        open.Begin(1);
        open.Finish(1);
        open.Skip(2);
        open.Begin(3);

        declined.Decline("x", Someone, Now);
        cancelled.Cancel("x", Someone, Now);

        Assert.Equal([StopState.Done, StopState.Skipped, StopState.Begun, StopState.Planned], open.Stops.Select(stop => stop.State));
        Assert.Equal([true, false, true, true], open.Stops.Select(open.IsLive));
        Assert.False(declined.IsLive(declined.Stops[0]));
        Assert.False(cancelled.IsLive(cancelled.Stops[0]));
    }

    [Theory]
    [InlineData("6", 40)]
    [InlineData("3", 20)]
    [InlineData("2.9", 20)] // started minutes count
    [InlineData("0.001", 1)]
    public void The_minutes_of_a_share_are_its_part_of_the_jobs(string m3, int minutes) =>
        Assert.Equal(minutes, OrderStop.MinutesOf(NewJob(), decimal.Parse(m3, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Every_state_of_a_stop_has_a_word() =>
        Assert.All(Enum.GetValues<StopState>(), state => Assert.NotEmpty(StopMoves.Zh(state)));
}
