using Contracts.Register;
using FilingApi.Domain;

namespace FilingApi.Tests.Domain;

/// <summary>R11 in exact decimals.</summary>
public sealed class TripTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly Actor Someone = new("clerk", "E1");
    private static readonly TruckKey Truck = new(Make.Plate(1), PlateColour.Yellow);

    [Theory]
    [InlineData("8", "8", false)]
    [InlineData("8", "8.8", false)] // a tenth exactly
    [InlineData("8", "8.801", true)]
    [InlineData("8", "7.2", false)]
    [InlineData("8", "7.199", true)]
    [InlineData("5", "5.5", false)] // a tenth is half a cubic metre
    [InlineData("5", "5.501", true)]
    [InlineData("1", "1.5", false)] // half a cubic metre exactly
    [InlineData("1", "1.501", true)]
    [InlineData("1", "0.5", false)]
    [InlineData("1", "0.499", true)]
    [InlineData("10.01", "11.011", false)] // would differ in binary fractions
    [InlineData("10.01", "11.012", true)]
    [InlineData("8", "0", true)]
    public void More_than_a_tenth_and_half_a_cubic_metre_is_a_mismatch(string loaded, string received, bool mismatch)
    {
        var trip = Loaded(Number(loaded));

        trip.Receive("P1", Number(received), default, Someone, Now);

        Assert.Equal(mismatch, trip.IsVolumeMismatch);
    }

    [Fact]
    public void A_trip_that_was_not_received_has_no_mismatch() => Assert.False(Loaded(8).IsVolumeMismatch);

    [Theory]
    [InlineData(18_000, 9_900, 8_100, null)]
    [InlineData(18_000, 9_900, 8_101, "/net FIL-308")]
    [InlineData(18_000, 9_900, null, null)]
    [InlineData(18_000, null, 8_100, null)]
    [InlineData(null, 9_900, 8_100, null)]
    [InlineData(null, null, null, null)]
    [InlineData(12_000, 12_000, 0, null)]
    [InlineData(8_000, 18_000, null, "/gross FIL-309")]
    [InlineData(8_000, 18_000, 10_000, "/gross FIL-309")]
    [InlineData(8, 12_000, null, "/gross FIL-309 /gross FIL-310")]
    [InlineData(18_000, 8, null, "/tare FIL-310")]
    [InlineData(18, 8, 10, "/gross FIL-310 /tare FIL-310")]
    [InlineData(18_000, 0, null, "/tare FIL-310")]
    [InlineData(null, null, 8, "/net FIL-310")]
    public void A_weighbridge_gives_kilograms_that_agree(int? gross, int? tare, int? net, string? refusal) =>
        Assert.Equal(
            refusal ?? "",
            string.Join(' ', new Weights(gross, tare, net).Faults(m3: 8).Select(fault => $"{fault.Pointer} {fault.Code}"))
        );

    [Theory]
    [InlineData(18_000, 9_900, null, 8_100)]
    [InlineData(18_000, null, 8_000, 8_000)]
    [InlineData(18_000, null, null, null)]
    public void The_net_weight_is_worked_out_where_it_can_be(int? gross, int? tare, int? net, int? load) =>
        Assert.Equal(load, new Weights(gross, tare, net).LoadKg);

    [Theory]
    [InlineData(Phase.Live, false, true)]
    [InlineData(Phase.Undecided, true, true)]
    [InlineData(Phase.Undecided, false, false)]
    [InlineData(Phase.Ended, true, false)]
    [InlineData(Phase.TurnedBack, true, false)]
    [InlineData(Phase.None, true, false)]
    public void A_truck_loads_on_a_live_entry_or_an_undecided_emergency(Phase phase, bool emergency, bool loads)
    {
        var trip = Trip.Plan(SmallTown.TownA, "XW-1", 1, "P1");

        var refusal = trip.Load(In(phase, emergency), Truck, 8, Someone, Now);

        Assert.Equal(loads ? null : "FIL-302", refusal?.Code);
        Assert.Equal(loads ? TripState.Loaded : TripState.Planned, trip.State);
    }

    [Fact]
    public void Every_phase_is_decided() =>
        Assert.Equal(
            Enum.GetValues<Phase>().Order(),
            GetType()
                .GetMethod(nameof(A_truck_loads_on_a_live_entry_or_an_undecided_emergency))!
                .GetCustomAttributes(typeof(InlineDataAttribute), false)
                .Cast<InlineDataAttribute>()
                .Select(row => (Phase)row.Data[0]!)
                .Distinct()
                .Order()
        );

    [Theory]
    [InlineData(-3_600_001, "FIL-302")]
    [InlineData(-3_600_000, null)]
    [InlineData(3_600_000, null)]
    [InlineData(3_600_001, "FIL-302")]
    public void The_window_lets_load_with_both_its_ends(int milliseconds, string? refusal) =>
        Assert.Equal(
            refusal,
            Trip.Plan(SmallTown.TownA, "XW-1", 1, "P1").Load(In(Phase.Live), Truck, 8, Someone, Now.AddMilliseconds(milliseconds))?.Code
        );

    [Fact]
    public void A_truck_of_another_colour_does_not_load() =>
        Assert.Equal(
            "FIL-302",
            Trip.Plan(SmallTown.TownA, "XW-1", 1, "P1")
                .Load(In(Phase.Live), Truck with { Colour = PlateColour.Blue }, 8, Someone, Now)
                ?.Code
        );

    [Fact]
    public void A_trip_is_loaded_once_and_closed_once()
    {
        var trip = Trip.Plan(SmallTown.TownA, "XW-1", 1, "P1");

        var planned = trip.MayClose()?.Code;
        var first = trip.Load(In(Phase.Live), Truck, 8, Someone, Now);
        var second = trip.Load(In(Phase.Live), Truck, 8, Someone, Now);
        var loaded = trip.MayClose();
        trip.Reject("P1", "含油", Someone, Now);

        Assert.Equal("FIL-305", planned);
        Assert.Null(first);
        Assert.Equal("FIL-301", second?.Code);
        Assert.Null(loaded);
        Assert.Equal("FIL-306", trip.MayClose()?.Code);
        Assert.Equal("FIL-301", trip.Load(In(Phase.Live), Truck, 8, Someone, Now)?.Code);
    }

    private static Trip Loaded(decimal m3)
    {
        var trip = Trip.Plan(SmallTown.TownA, "XW-1", 1, "P1");
        Assert.Null(trip.Load(In(Phase.Live), Truck, m3, Someone, Now));
        return trip;
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A history that stands in a phase; every fact lies before the window.</summary>
    private static History In(Phase phase, bool emergency = false)
    {
        var body = new Permission
        {
            From = Now.AddHours(-1),
            To = Now.AddHours(1),
            Emergency = emergency,
            Trucks = [Truck],
            Sites = [new Area(Make.Site, 300)],
            Plant = new Area(Make.Site, 300),
            PlantCode = "P1",
            Town = SmallTown.TownA,
        };
        FactKind[] kinds = phase switch
        {
            Phase.None => [],
            Phase.Undecided => [FactKind.Submitted],
            Phase.Live => [FactKind.Submitted, FactKind.Recorded],
            Phase.Ended => [FactKind.Submitted, FactKind.Recorded, FactKind.Revoked],
            Phase.TurnedBack => [FactKind.Submitted, FactKind.Returned],
            _ => throw new InvalidOperationException($"No history for {phase}."),
        };
        return kinds
            .Select((kind, i) => new RegisterFact("XW-1", i + 1, kind, Now.AddHours(-2), kind == FactKind.Submitted ? body : null))
            .Aggregate(History.Of("XW-1"), (history, fact) => history.With(fact));
    }
}
