using CsCheck;
using DispatchWorker.Planning.Model;
using static Dispatch.Worker.Tests.Planning.Days;

namespace Dispatch.Worker.Tests.Planning;

public sealed class FullTests
{
    private static Problem Full(int places, Truck[] trucks, Job[] jobs, Plant[]? plants = null) =>
        Line(places, trucks, jobs, plants, Objective.Full);

    /// <summary>With one truck A is on time and B is 20 late, which costs 400. A second truck costs 10 and its way 40, and both are on
    /// time.</summary>
    [Fact]
    public void A_second_truck_is_worth_less_lateness()
    {
        var problem = Full(
            13,
            [Truck("T1"), Truck("T2")],
            [Job("A", 10) with { Service = 20, Close = 10, Soft = true }, Job("B", 12) with { Service = 20, Close = 12, Soft = true }]
        );

        var plan = Solve(problem);

        Assert.Equal(["A", "B"], plan.Trucks.Select(day => Route(plan, day.Id)).Order());
        Assert.Equal(44, plan.Distance);
    }

    /// <summary>Without windows a second truck would cost 10 and another way; one truck does both on the same way: 2 × 6.</summary>
    [Fact]
    public void One_truck_does_what_one_truck_can()
    {
        var problem = Full(13, [Truck("T1"), Truck("T2")], [Job("A", 5), Job("B", 6)]);

        var plan = Solve(problem);

        Assert.Single(plan.Trucks);
        Assert.Equal(12, plan.Distance);
    }

    /// <summary>Home at 24 is 4 of overtime, which costs less than leaving the job out. Home at 32 is 12; 10 are allowed.</summary>
    [Fact]
    public void Overtime_is_used_as_far_as_it_is_allowed()
    {
        var problem = Full(20, [Truck("T1", end: 20) with { Overtime = 10 }], [Job("near", 12), Job("far", 16)]);

        var plan = Solve(problem);

        Assert.Equal("near", Route(plan, "T1"));
        Assert.Equal("far", Assert.Single(plan.Unassigned).Job);
        Assert.Contains(
            plan.Unassigned[0].Reasons,
            reason => reason.Code == "DSP-130" && reason.HelpEn.Contains("+12 overtime", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_urgent_job_is_kept_when_one_must_go()
    {
        var problem = Full(6, [Truck("T1", capacity: 5)], [Job("a", 2, 4), Job("urgent", 3, 4) with { Priority = 10 }]);

        var plan = Solve(problem);

        Assert.Equal("urgent", Route(plan, "T1"));
    }

    [Fact]
    public void A_volume_larger_than_any_tank_becomes_linked_visits()
    {
        var problem = Full(6, [Truck("T1", capacity: 10)], [Job("big", 3, 25) with { Service = 30 }], [Plant("P", 4)]);

        var plan = Solve(problem);

        Assert.Equal("big P big P big P", Route(plan, "T1"));
        Assert.Equal(25, plan.Trucks[0].Stops.Sum(stop => stop.Volume ?? 0), 6);
    }

    [Fact]
    public void A_big_job_is_done_whole_or_not_at_all()
    {
        var problem = Full(6, [Truck("T1", capacity: 10, end: 12)], [Job("big", 3, 25), Job("small", 1)], [Plant("P", 5)]);

        var plan = Solve(problem);

        Assert.Equal("big", Assert.Single(plan.Unassigned).Job);
        Assert.Equal("small P", Route(plan, "T1"));
    }

    /// <summary>The filing from 3 to 9 leaves 1 … 3 for the near job; the far one must wait until 9.</summary>
    [Fact]
    public void Work_goes_around_a_filing_of_the_trucks_own()
    {
        var problem = Full(
            6,
            [Truck("T1") with { Blocked = [new Span(3, 9)] }],
            [Job("1", 1) with { Service = 1 }, Job("4", 4) with { Service = 1 }]
        );

        var plan = Solve(problem);

        Assert.Empty(plan.Unassigned);
    }

    [Fact]
    public void Two_trucks_share_one_bay_one_after_the_other()
    {
        Job At(string id, int place) => Job(id, place, 10) with { Open = 2, Close = 4 };
        var problem = Full(6, [Truck("T1"), Truck("T2")], [At("a", 2), At("b", 2)], [Plant("P", 3) with { Service = 20, Bays = 1 }]);

        var plan = Solve(problem);

        double[] starts = [.. plan.Trucks.SelectMany(day => day.Stops).Where(stop => stop.Id == "P").Select(stop => stop.Start).Order()];
        Assert.Equal([3.0, 23.0], starts);
    }

    [Fact]
    public void What_a_plant_can_no_longer_take_goes_to_the_next()
    {
        var problem = Full(
            10,
            [Truck("T1"), Truck("T2")],
            [Job("a", 2, 8), Job("b", 3, 8)],
            [Plant("near", 4) with { Capacity = 8 }, Plant("far", 9)]
        );

        var plan = Solve(problem);

        Assert.Empty(plan.Unassigned);
        Assert.Equal(
            ["far", "near"],
            plan.Trucks.SelectMany(day => day.Stops).Where(stop => stop.Kind == "emptying").Select(stop => stop.Id).Order()
        );
    }

    [Fact]
    public void Each_kind_goes_to_a_plant_that_accepts_it()
    {
        var problem = Full(
            10,
            [Truck("T1")],
            [Job("a", 2) with { Kind = "grease" }, Job("b", 3) with { Kind = "pipe" }],
            [Plant("pipes", 4) with { Accepts = ["pipe"] }, Plant("fats", 9) with { Accepts = ["grease"] }]
        );

        var plan = Solve(problem);

        Assert.Empty(plan.Unassigned);
    }

    [Fact]
    public void The_hauler_with_fewer_turns_comes_first()
    {
        var problem = Full(6, [Truck("T1") with { Turns = 20 }, Truck("T2")], [Job("a", 2) with { Service = 60 }]);

        Assert.Equal("a", Route(Solve(problem), "T2"));
    }

    /// <summary>Random problems with every feature at once.</summary>
    [Fact]
    public void Every_full_plan_keeps_every_rule() =>
        GeneratedProblems.Full.Sample(
            problem =>
            {
                Solve(problem, 150);
            },
            iter: 80,
            threads: 1
        );
}
