using Contracts.Register;

namespace DispatchWorker.Tests.Planning.TownDay;

public sealed class BlockedTimesTests
{
    [Theory]
    [InlineData(null, "06:00", "540-660")]
    [InlineData(FactKind.Recorded, "07:00", "540-660")]
    [InlineData(FactKind.Withdrawn, "07:00", "")]
    [InlineData(FactKind.Withdrawn, "06:29", "540-660")]
    [InlineData(FactKind.Returned, "07:00", "")]
    [InlineData(FactKind.Refused, "07:00", "")]
    [InlineData(FactKind.Submitted, "05:59", "")]
    public void A_filing_blocks_its_truck_while_it_is_undecided_or_in_force(FactKind? then, string now, string blocked)
    {
        var filing = Make.Filing("09:00", "11:00", then == FactKind.Submitted ? null : then);

        Assert.Equal(blocked, Of(now, filing));
    }

    [Fact]
    public void A_filing_that_was_completed_blocks_no_more()
    {
        IEnumerable<RegisterFact> completed =
        [
            .. Make.Filing("09:00", "11:00", FactKind.Recorded),
            new("XW-1", 3, FactKind.Completed, Make.At("09:30"), null),
        ];

        Assert.Equal("562-660", Of("09:22", completed));
        Assert.Equal("", Of("09:30", completed));
    }

    [Fact]
    public void A_filing_of_another_truck_and_an_order_block_nothing()
    {
        var order = Make.Order(departure: "09:00", @return: "11:00");

        var made = Made.Of("06:00", [Make.RosterTruck(), .. Make.Filing("09:00", "11:00", plate: "湘A54321"), order, Make.Entry(order)]);

        Assert.Empty(made.TheTruck().Blocked);
    }

    [Fact]
    public void Windows_that_overlap_or_meet_are_one_and_others_stay_apart()
    {
        IEnumerable<RegisterFact> filings =
        [
            .. Make.Filing("13:00", "14:00", number: "XW-1"),
            .. Make.Filing("09:00", "11:00", FactKind.Recorded, "XW-2"),
            .. Make.Filing("11:00", "11:30", number: "XW-3"),
            .. Make.Filing("10:00", "10:30", number: "XW-4"),
        ];

        Assert.Equal("540-690 780-840", Of("06:00", filings));
    }

    [Fact]
    public void A_window_is_cut_to_what_is_left_of_the_trucks_day()
    {
        Assert.Equal("360-1050", Of("06:00", Make.Filing("-12:00", "+12:00")));
        Assert.Equal("540-1050", Of("09:00", Make.Filing("-12:00", "+12:00")));
        Assert.Equal("", Of("06:00", Make.Filing("+00:00", "+12:00")));
    }

    [Fact]
    public void A_night_shifts_day_lasts_until_its_overtime_ends()
    {
        object[] night = [Make.RosterTruck(), Make.TruckFleet(from: "22:00", to: "06:00", overtime: 30)];

        var made = Made.Of("20:00", [.. night, .. Make.Filing("+01:00", "+12:00")]);

        Assert.Equal("1500-1830", Text(made.TheTruck().Blocked));
    }

    [Fact]
    public void An_order_of_another_town_or_of_another_day_blocks_its_truck_while_it_lasts()
    {
        var elsewhere = Make.Order("DD-1", departure: "09:00", @return: "11:00", town: "430181118");
        var lastNight = Make.Order("DD-2", departure: "-23:00", @return: "07:00");
        var over = Make.Order("DD-3", departure: "13:00", @return: "15:00", town: "430181118", isOver: true);

        var made = Made.Of("06:00", Make.RosterTruck(), elsewhere, lastNight, over);

        Assert.Equal("360-420 540-660", Text(made.TheTruck().Blocked));
        Assert.Empty(made.Problem.Frozen);
    }

    [Fact]
    public void Work_goes_around_a_filing()
    {
        var made = Made.Of("06:00", [Make.RosterTruck(), Make.Job(), .. Make.Filing("08:00", "10:00", FactKind.Recorded)]);

        Assert.True(made.Solve().Trucks[0].Stops[0].Leave >= 600);
    }

    private static string Of(string now, IEnumerable<RegisterFact> filings) =>
        Text(Made.Of(now, [Make.RosterTruck(), .. filings]).TheTruck().Blocked);

    private static string Text(IEnumerable<DispatchWorker.Planning.Model.Span> blocked) =>
        string.Join(' ', blocked.Select(span => $"{span.From:0}-{span.To:0}"));
}
