using Contracts.Register;
using FilingApi.Domain;

namespace FilingApi.Tests.Domain;

/// <summary>R11: every act on a trip in every state, and what it leaves.</summary>
public sealed class TripActsTests
{
    private const string No = "-";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly Actor Someone = new("clerk", "E1");
    private static readonly TruckKey Truck = new(Make.Plate(1), PlateColour.Yellow);

    /// <summary>What becomes of the trip; a dash: it is refused, or fails where only a mistake of ours could ask for it.</summary>
    private static readonly Dictionary<TripState, string[]> Table = new()
    {
        //                       load     add load  close
        [TripState.Planned] = ["loaded", "loaded", No],
        [TripState.Loaded] = [No, "loaded", "may"],
        [TripState.Received] = [No, No, No],
        [TripState.Rejected] = [No, No, No],
    };

    [Fact]
    public void Every_act_in_every_state_is_decided() =>
        Assert.All(
            Enum.GetValues<TripState>(),
            state =>
            {
                var (load, add, close) = (In(state), In(state), In(state).MayClose());

                var refusal = load.Load(Recorded, Truck, 8, Someone, Now);
                var failure = Record.Exception(() => add.AddLoad(Truck, 2, Someone, Now));

                Assert.Equal(
                    Table[state],
                    new[] { refusal is null ? load.State.Wire() : No, failure is null ? add.State.Wire() : No, close is null ? "may" : No }
                );
            }
        );

    [Fact]
    public void A_planned_trip_is_known_by_its_number_and_has_its_town()
    {
        var trip = Trip.Plan("T1", "XW-1", 2, "P1");

        Assert.Equal(("XW-1-2", "T1", "XW-1", 2, "P1"), (trip.Id, trip.Town, trip.Number, trip.N, trip.FiledPlant));
        Assert.Equal(TripState.Planned, trip.State);
    }

    [Fact]
    public void Another_plant_is_filed_once_and_the_same_is_no_act()
    {
        var trip = In(TripState.Planned);

        trip.Replan("P1", Someone, Now);
        trip.Replan("P2", Someone, Now);

        Assert.Equal("P2", trip.FiledPlant);
        Assert.Equal(["replan"], trip.TakeNewActs().Select(act => act.Act));
    }

    [Fact]
    public void A_trip_that_is_filed_no_more_says_so()
    {
        var trip = In(TripState.Planned);

        trip.Drop(Someone, Now);

        var act = Assert.Single(trip.TakeNewActs());
        Assert.Equal(("drop", SubjectKind.Trip, "XW-1-1", "T1"), (act.Act, act.Subject, act.Key, act.Town));
    }

    [Fact]
    public void A_load_keeps_the_truck_the_moment_and_who_said_so()
    {
        var trip = In(TripState.Loaded);

        Assert.Equal((Truck.Plate, Truck.Colour, Now, 8m, "clerk"), (trip.Plate, trip.Colour, trip.LoadedAt, trip.LoadedM3, trip.LoadedBy));
        var act = Assert.Single(trip.TakeNewActs());
        Assert.Equal(("load", 8m), (act.Act, act.Detail!.M3));
    }

    [Fact]
    public void Stops_add_up_and_the_latest_moment_counts()
    {
        var trip = In(TripState.Planned);

        trip.AddLoad(Truck, 2, Someone, Now);
        trip.AddLoad(Truck, 1.5m, new Actor("hauler", "H1"), Now.AddMinutes(20));

        Assert.Equal((3.5m, Now.AddMinutes(20), "hauler"), (trip.LoadedM3, trip.LoadedAt, trip.LoadedBy));
        Assert.Equal((Truck.Plate, Truck.Colour), (trip.Plate, trip.Colour));
        Assert.Equal([("load", 2m), ("load", 1.5m)], trip.TakeNewActs().Select(act => (act.Act, act.Detail!.M3)));
    }

    [Fact]
    public void A_receipt_keeps_the_plant_the_volume_and_the_weights()
    {
        var trip = In(TripState.Loaded);

        trip.Receive("P2", 7.5m, new Weights(18_000, 9_900, 8_100), Someone, Now.AddHours(1));

        Assert.Equal(("P2", 7.5m, Now.AddHours(1), "clerk"), (trip.Plant, trip.ReceivedM3, trip.ClosedAt, trip.ClosedBy));
        Assert.Equal((18_000, 9_900, 8_100), (trip.GrossKg, trip.TareKg, trip.NetKg));
        var act = trip.TakeNewActs()[^1];
        Assert.Equal(("receive", 7.5m), (act.Act, act.Detail!.M3));
        Assert.Contains("received", trip.MayClose()!.Sentence(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rejection_keeps_the_plant_and_its_reason()
    {
        var trip = In(TripState.Loaded);

        trip.Reject("P1", "含油", Someone, Now.AddHours(1));

        Assert.Equal(
            (TripState.Rejected, "P1", "含油", Now.AddHours(1), "clerk"),
            (trip.State, trip.Plant, trip.RejectionReason, trip.ClosedAt, trip.ClosedBy)
        );
        var act = trip.TakeNewActs()[^1];
        Assert.Equal(("reject", "含油"), (act.Act, act.Detail!.Reason));
    }

    private static Trip In(TripState state)
    {
        var trip = Trip.Plan("T1", "XW-1", 1, "P1");
        if (state != TripState.Planned)
        {
            Assert.Null(trip.Load(Recorded, Truck, 8, Someone, Now));
        }

        if (state == TripState.Received)
        {
            trip.Receive("P1", 8, default, Someone, Now);
        }

        if (state == TripState.Rejected)
        {
            trip.Reject("P1", "含油", Someone, Now);
        }

        return trip;
    }

    private static History Recorded
    {
        get
        {
            var body = OrdinaryFiling.ToPermission(Make.Body(Now.AddHours(-1), Now.AddHours(1)), MakeOrder.Plant, "T1");
            return History
                .Of("XW-1")
                .With(new RegisterFact("XW-1", 1, FactKind.Submitted, Now.AddHours(-2), body))
                .With(new RegisterFact("XW-1", 2, FactKind.Recorded, Now.AddHours(-2), null));
        }
    }
}
