namespace DispatchWorker.Tests.Planning.TownDay;

public sealed class OpenJobsTests
{
    [Theory]
    [InlineData("-09:00", null, null, true)]
    [InlineData("23:59", null, null, true)]
    [InlineData("+00:00", null, null, false)]
    [InlineData("-09:00", "23:59", null, true)]
    [InlineData("-09:00", "+00:00", null, false)]
    [InlineData("-09:00", null, "00:00", true)]
    [InlineData("-09:00", null, "-23:59", false)]
    [InlineData("-09:00", "-08:00", "+08:00", true)]
    [InlineData("-09:00", "+08:00", "+09:00", false)]
    public void A_job_belongs_to_every_day_its_window_touches_and_without_one_to_every_day_from_its_making(
        string reported,
        string? earliest,
        string? latest,
        bool isToday
    )
    {
        var made = Made.Of("06:00", Make.RosterTruck(), Make.Job(reported: reported, earliest: earliest, latest: latest));

        Assert.Equal(isToday ? "GD-1 10" : "", made.Volumes());
    }

    [Fact]
    public void An_urgent_job_weighs_ten_times_an_ordinary_one_and_is_served_first()
    {
        var made = Made.Of(
            "06:00",
            Make.RosterTruck(),
            Make.TruckDay(from: "08:00", to: "09:45"),
            Make.Job("GD-1"),
            Make.Job("GD-2", urgent: true)
        );

        Assert.Equal((1, 10), (made.Job("GD-1").Priority, made.Job("GD-2").Priority));
        Assert.Equal("GD-2 P1", made.Solve().Route());
    }

    [Fact]
    public void A_window_is_hard_if_declared_so_and_otherwise_soft()
    {
        var made = Made.Of(
            "06:00",
            Make.RosterTruck(),
            Make.Job("GD-1", earliest: "09:00", latest: "10:00", hard: true),
            Make.Job("GD-2", earliest: "09:00", latest: "10:00")
        );

        Assert.Equal((540, 600, false), (made.Job("GD-1").Open, made.Job("GD-1").Close, made.Job("GD-1").Soft));
        Assert.Equal((540, 600, true), (made.Job("GD-2").Open, made.Job("GD-2").Close, made.Job("GD-2").Soft));
    }

    [Fact]
    public void What_is_left_of_a_job_takes_its_part_of_the_minutes()
    {
        var made = Made.Of("06:00", Make.RosterTruck(), Make.Job(m3: 10, left: 2.5m));

        Assert.Equal((2.5, 15), (made.Job("GD-1").Volume, made.Job("GD-1").Service));
    }

    [Fact]
    public void A_job_of_which_nothing_is_left_and_one_of_another_town_are_not_in_it()
    {
        var made = Made.Of("06:00", Make.RosterTruck(), Make.Job("GD-1", left: 0), Make.Job("GD-2", town: "430181118"));

        Assert.Equal("", made.Volumes());
    }

    [Fact]
    public void Open_work_begins_no_earlier_than_now_and_is_left_out_when_its_hard_window_is_past()
    {
        var made = Made.Of("14:00", Make.RosterTruck(), Make.Job("GD-1"), Make.Job("GD-2", latest: "13:00", hard: true));

        Assert.Equal(840, made.Job("GD-1").Open);
        var plan = made.Solve();
        Assert.Equal("GD-2", Assert.Single(plan.Unassigned).Job);
        Assert.All(plan.Trucks[0].Stops, stop => Assert.True(stop.Leave >= 840));
    }

    [Fact]
    public void A_job_larger_than_any_tank_is_planned_in_several_visits()
    {
        var made = Made.Of("06:00", Make.RosterTruck(tank: 5), Make.Job(m3: 12));

        Assert.Equal("GD-1 P1 GD-1 P1 GD-1 P1", made.Solve().Route());
    }
}
