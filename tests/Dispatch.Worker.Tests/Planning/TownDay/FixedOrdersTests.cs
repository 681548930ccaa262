using DispatchWorker.Planning.TownDay;

namespace DispatchWorker.Tests.Planning.TownDay;

public sealed class FixedOrdersTests
{
    [Fact]
    public void An_order_by_hand_is_frozen_with_the_share_it_holds_and_the_rest_of_the_job_is_open()
    {
        var made = Made.Of("06:00", Make.RosterTruck(), Make.Job(left: 6), Make.Order(stops: Make.Stop(m3: 4, minutes: 24)));

        Assert.Equal("GD-1 6, DD-1/1 4", made.Volumes());
        Assert.Equal("DD-1/1 P1", made.Frozen());
        Assert.Equal((540, 24), (made.Job("DD-1/1").Open, made.Job("DD-1/1").Service));
        Assert.Equal("DD-1/1 P1 GD-1 P1", made.Solve().Route());
    }

    [Fact]
    public void A_truck_sets_out_with_its_first_fixed_order()
    {
        var made = Made.Of("06:00", Make.RosterTruck(), Make.Order(departure: "09:00"));

        Assert.Equal((540, 1050), (made.TheTruck().Start, made.TheTruck().End));
    }

    [Fact]
    public void A_stop_begun_keeps_its_moment_and_is_at_work_until_now_at_least()
    {
        var order = Make.Order(departure: "09:00", stops: [Make.Stop(1, minutes: 24, begun: "09:20")]);

        var soon = Made.Of("09:30", Make.RosterTruck(), order);
        var late = Made.Of("10:20", Make.RosterTruck(), order);

        Assert.Equal((560, 24), (soon.Job("DD-1/1").Open, soon.Job("DD-1/1").Service));
        Assert.Equal((560, 60), (late.Job("DD-1/1").Open, late.Job("DD-1/1").Service));
    }

    [Fact]
    public void A_truck_at_work_may_have_left_as_soon_as_its_entry_began()
    {
        var order = Make.Order(departure: "09:00", stops: [Make.Stop(begun: "09:05")]);

        var made = Made.Of("09:30", Make.RosterTruck(), order, Make.Entry(order));

        Assert.Equal(510, made.TheTruck().Start);
        Assert.Equal(545, made.Solve().Trucks[0].Stops[1].Start, 0.01);
    }

    [Fact]
    public void A_stop_done_took_the_time_it_took_and_the_load_left_the_last_one_no_sooner_than_now()
    {
        var made = Made.Of(
            "10:30",
            Make.RosterTruck(),
            Make.Order(
                stops: [Make.Stop(1, "GD-1", begun: "09:20", done: "09:30"), Make.Stop(2, "GD-2", km: 3, begun: "09:40", done: "10:00")]
            )
        );

        Assert.Equal((560, 10), (made.Job("DD-1/1").Open, made.Job("DD-1/1").Service));
        Assert.Equal((580, 50), (made.Job("DD-1/2").Open, made.Job("DD-1/2").Service));
    }

    [Fact]
    public void A_stop_that_should_have_begun_begins_now_at_the_earliest()
    {
        var made = Made.Of("09:50", Make.RosterTruck(), Make.Order(departure: "09:00"));

        Assert.Equal(590, made.Job("DD-1/1").Open);
    }

    [Fact]
    public void Skipped_stops_and_orders_that_are_over_are_not_in_it()
    {
        var made = Made.Of(
            "06:00",
            Make.RosterTruck(),
            Make.Order("DD-1", stops: [Make.Stop(1, skipped: true), Make.Stop(2, "GD-2")]),
            Make.Order("DD-2", isOver: true),
            Make.Order("DD-3", stops: Make.Stop(skipped: true))
        );

        Assert.Equal("DD-1/2 4", made.Volumes());
        Assert.Equal("DD-1/2 P1", made.Frozen());
    }

    [Fact]
    public void Several_orders_of_a_truck_follow_each_other_as_they_depart_after_what_has_begun()
    {
        var made = Made.Of(
            "12:30",
            Make.RosterTruck(),
            Make.Order("DD-1", departure: "15:00", @return: "16:00", stops: [Make.Stop(2, "GD-2"), Make.Stop(1)]),
            Make.Order("DD-2", departure: "13:00", @return: "14:00"),
            Make.Order("DD-3", departure: "12:00", @return: "14:00", plant: "P2", stops: Make.Stop(begun: "12:20")),
            Make.Order("DD-4", departure: "11:00", @return: "12:00"),
            Make.RosterPlant(),
            Make.RosterPlant("P2", km: 4)
        );

        Assert.Equal("DD-3/1 P2 DD-4/1 P1 DD-2/1 P1 DD-1/1 DD-1/2 P1", made.Frozen());
    }

    [Fact]
    public void An_order_of_the_plan_that_nobody_has_set_out_for_is_open_volume_again()
    {
        var made = Made.Of(
            "08:00",
            Make.RosterTruck(),
            Make.Job(left: 6),
            Make.Order(ofPlan: true, stops: [Make.Stop(m3: 3), Make.Stop(2, m3: 1, skipped: true)])
        );

        Assert.Equal("GD-1 9", made.Volumes());
        Assert.Empty(made.Problem.Frozen);
    }

    [Fact]
    public void An_order_of_the_plan_that_has_departed_or_begun_is_fixed()
    {
        var departed = Make.Order("DD-1", ofPlan: true, departure: "08:00");
        var begun = Make.Order("DD-2", ofPlan: true, departure: "09:00", stops: Make.Stop(begun: "07:50"));

        var made = Made.Of("08:00", Make.RosterTruck(), Make.Job(left: 2), departed, begun);

        Assert.Equal("GD-1 2, DD-2/1 4, DD-1/1 4", made.Volumes());
        Assert.Equal("DD-2/1 P1 DD-1/1 P1", made.Frozen());
    }

    [Fact]
    public void More_than_the_whole_of_a_job_is_never_open()
    {
        var made = Made.Of("06:00", Make.RosterTruck(), Make.Job(m3: 10, left: 10), Make.Order(ofPlan: true));

        Assert.Equal("GD-1 10", made.Volumes());
    }

    [Fact]
    public void What_did_not_begin_while_its_entry_lasted_is_nothing_to_wait_for()
    {
        var order = Make.Order(departure: "09:00", @return: "10:00");

        var waiting = Made.Of("11:00", Make.RosterTruck(), order, Make.Entry(order));
        var late = Made.Of("11:01", Make.RosterTruck(), order, Make.Entry(order));

        Assert.Equal("DD-1/1 P1", waiting.Frozen());
        Assert.Empty(late.Problem.Frozen);
    }

    [Fact]
    public void A_trip_after_midnight_belongs_to_the_plan_of_its_night()
    {
        object[] night = [Make.RosterTruck(), Make.TruckFleet(from: "22:00", to: "06:00"), Make.Job(left: 6)];
        var order = Make.Order(ofPlan: true, departure: "+01:00", @return: "+02:00", on: Make.Date);

        var open = Made.Of("20:00", [.. night, order]);
        var begun = Made.Of("+01:30", [.. night, order with { HasBegun = true, Stops = [Make.Stop(begun: "+01:20")] }]);

        Assert.Equal("GD-1 10", open.Volumes());
        Assert.Equal((1520, 24), (begun.Job("DD-1/1").Open, begun.Job("DD-1/1").Service));
    }

    [Fact]
    public void A_truck_that_takes_nothing_new_keeps_its_fixed_stops()
    {
        var made = Made.Of("06:00", Make.RosterTruck(papersUntil: Make.Date.AddDays(-1)), Make.Job(), Make.Order());

        Assert.Equal((540, 564, 0), (made.TheTruck().Start, made.TheTruck().End, made.TheTruck().Overtime));
        var plan = made.Solve();
        Assert.Equal("DD-1/1 P1", plan.Route());
        Assert.Equal("GD-1", Assert.Single(plan.Unassigned).Job);
    }

    [Fact]
    public void A_truck_of_another_towns_hauler_does_what_it_is_ordered_and_nothing_else()
    {
        var made = Made.Of(
            "06:00",
            Make.RosterTruck(owner: "H2"),
            Make.RosterOwner("H2", town: "430181118"),
            Make.RosterTruck("湘A54321", owner: "H2"),
            Make.Job(),
            Make.Order(stops: [Make.Stop(1), Make.Stop(2, "GD-2", km: 4)])
        );

        Assert.Equal("DD-1/1 DD-1/2 P1", made.Solve().Route());
    }

    [Fact]
    public void Of_a_truck_that_is_off_what_has_not_begun_counts_as_skipped_and_is_open_again()
    {
        object[] day =
        [
            Make.RosterTruck(),
            Make.RosterTruck("湘A54321"),
            Make.Job(left: 2),
            Make.Job("GD-2", left: 0, km: 3),
            Make.Order(stops: [Make.Stop(1, begun: "09:20", done: "09:40"), Make.Stop(2, "GD-2", m3: 3)]),
            Make.Order("DD-2", departure: "13:00", @return: "14:00"),
        ];

        var made = Made.Of("10:00", [.. day, Make.TruckDay(offFrom: "10:00")]);

        Assert.Equal("GD-1 6, GD-2 3, DD-1/1 4", made.Volumes());
        Assert.Equal("DD-1/1 P1", made.Frozen());
        Assert.Equal([new SkippedStop("DD-1", 2), new SkippedStop("DD-2", 1)], made.Skipped);
        Assert.Equal("DD-1/1 P1", made.Solve().Route());
    }

    [Fact]
    public void A_truck_off_duty_that_has_begun_nothing_is_not_in_it()
    {
        var made = Made.Of("06:00", Make.RosterTruck(), Make.TruckDay(onDuty: false), Make.Job(left: 6), Make.Order());

        Assert.Empty(made.Problem.Trucks);
        Assert.Equal("GD-1 10", made.Volumes());
        Assert.Equal([new SkippedStop("DD-1", 1)], made.Skipped);
    }

    [Fact]
    public void An_order_for_more_than_the_tank_holds_is_one_trip_all_the_same()
    {
        var made = Made.Of("06:00", Make.RosterTruck(tank: 3), Make.Job(left: 2), Make.Order(departure: "08:00", @return: "09:00"));

        Assert.Equal("GD-1 2, DD-1/1 3", made.Volumes());
        Assert.Equal("DD-1/1 P1 GD-1 P1", made.Solve().Route());
    }

    [Fact]
    public void An_order_before_the_shift_leaves_no_room_for_new_work_until_the_shift_begins()
    {
        var made = Made.Of("04:00", Make.RosterTruck(), Make.Job(), Make.Order(departure: "05:00", @return: "06:30"));

        Assert.Equal([(390, 480)], made.TheTruck().Blocked.Select(span => (span.From, span.To)));
        var plan = made.Solve();
        Assert.Equal("DD-1/1 P1 GD-1 P1", plan.Route());
        Assert.True(plan.Trucks[0].Stops.Single(stop => stop.Id == "GD-1").Start >= 480);
    }

    [Fact]
    public void An_order_after_the_shift_does_not_make_the_shift_longer_for_new_work()
    {
        var made = Made.Of(
            "06:00",
            Make.RosterTruck(),
            Make.TruckFleet(overtime: 60),
            Make.Job(),
            Make.Order(departure: "18:00", @return: "20:00")
        );

        Assert.Equal((1080, 1104, 0), (made.TheTruck().Start, made.TheTruck().End, made.TheTruck().Overtime));
        Assert.Equal("DD-1/1 P1", made.Solve().Route());
    }
}
