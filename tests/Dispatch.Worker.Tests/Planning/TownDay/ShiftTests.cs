using DispatchWorker.Planning.Model;

namespace DispatchWorker.Tests.Planning.TownDay;

public sealed class ShiftTests
{
    [Fact]
    public void Papers_are_good_through_their_last_day()
    {
        var good = Made.Of("06:00", Make.RosterTruck(papersUntil: Make.Date));
        var expired = Made.Of("06:00", Make.RosterTruck(papersUntil: Make.Date.AddDays(-1)));

        Assert.Equal(Made.Truck, good.TheTruck().Id);
        Assert.Empty(expired.Problem.Trucks);
    }

    [Fact]
    public void A_truck_off_duty_that_day_is_not_in_it_and_one_off_duty_tomorrow_is()
    {
        var today = Made.Of("06:00", Make.RosterTruck(), Make.TruckDay(onDuty: false));
        var tomorrow = Made.Of("06:00", Make.RosterTruck(), Make.TruckDay(date: Make.Date.AddDays(1), onDuty: false));

        Assert.Empty(today.Problem.Trucks);
        Assert.Equal((480, 1050), Hours(tomorrow.TheTruck()));
    }

    [Fact]
    public void Other_hours_of_a_day_go_before_the_ordinary_ones_each_by_itself()
    {
        var made = Made.Of("06:00", Make.RosterTruck(), Make.TruckFleet(from: "07:00", to: "16:00"), Make.TruckDay(to: "12:00"));

        Assert.Equal((420, 720), Hours(made.TheTruck()));
    }

    [Fact]
    public void A_breakdown_ends_the_shift_and_its_overtime()
    {
        var noon = Made.Of("06:00", Make.RosterTruck(), Make.TruckFleet(overtime: 60), Make.TruckDay(offFrom: "12:00"), Make.Job());
        var inOvertime = Made.Of("06:00", Make.RosterTruck(), Make.TruckFleet(overtime: 60), Make.TruckDay(offFrom: "16:20"));
        var before = Made.Of("06:00", Make.RosterTruck(), Make.TruckFleet(overtime: 60), Make.TruckDay(offFrom: "06:30"));

        Assert.Equal((420, 720, 0), (noon.TheTruck().Start, noon.TheTruck().End, noon.TheTruck().Overtime));
        Assert.True(noon.Solve().Trucks[0].Stops[^1].Arrive <= 720);
        Assert.Equal((420, 960, 20), (inOvertime.TheTruck().Start, inOvertime.TheTruck().End, inOvertime.TheTruck().Overtime));
        Assert.Empty(before.Problem.Trucks);
    }

    [Fact]
    public void A_night_shift_ends_on_the_next_morning_with_its_breaks_and_works_past_midnight()
    {
        var made = Made.Of(
            "20:00",
            Make.RosterTruck(),
            Make.TruckFleet(from: "22:00", to: "06:00", breaks: [Make.Break("01:00", "03:00", 30), Make.Break("23:30", "00:30", 15)]),
            Make.Job("GD-1", earliest: "23:59", latest: "+02:00", hard: true),
            Make.Job("GD-2", latest: "23:59")
        );

        Assert.Equal((1320, 1800), Hours(made.TheTruck()));
        Assert.Equal([new Break(1500, 1620, 30), new Break(1410, 1470, 15)], made.TheTruck().Breaks);
        Assert.True(made.Solve().Trucks[0].Stops[^1].Arrive > 1440);
    }

    [Fact]
    public void A_breakdown_after_midnight_ends_the_night_shift_of_the_day_before()
    {
        var made = Made.Of(
            "20:00",
            Make.RosterTruck(),
            Make.TruckFleet(from: "22:00", to: "06:00"),
            Make.TruckDay(date: Make.Date.AddDays(1), offFrom: "+01:00")
        );

        Assert.Equal((1320, 1500), Hours(made.TheTruck()));
    }

    [Fact]
    public void A_truck_withexpiredwork_starts_now_at_the_earliest_and_is_gone_when_its_shift_and_overtime_are_over()
    {
        object[] truck = [Make.RosterTruck(), Make.TruckFleet(from: "07:00", to: "16:00", overtime: 30)];

        Assert.Equal((600, 960), Hours(Made.Of("10:00", truck).TheTruck()));
        Assert.Equal((980, 960), Hours(Made.Of("16:20", truck).TheTruck()));
        Assert.Empty(Made.Of("16:30", truck).Problem.Trucks);
    }

    [Fact]
    public void A_truck_that_is_expiredneed_not_take_a_break_that_its_work_has_left_no_room_for()
    {
        object[] day =
        [
            Make.RosterTruck(),
            Make.TruckFleet(breaks: Make.Break("11:30", "13:00", 45)),
            Make.Order(departure: "11:00", @return: "15:00", stops: Make.Stop(begun: "11:20")),
        ];

        Assert.Equal([new Break(720, 780, 45)], Made.Of("12:00", day).TheTruck().Breaks);
        Assert.Empty(Made.Of("12:30", day).TheTruck().Breaks);
    }

    private static (double, double) Hours(Truck truck) => (truck.Start, truck.End);
}
