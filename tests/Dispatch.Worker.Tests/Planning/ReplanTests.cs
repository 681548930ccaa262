using DispatchWorker.Planning;
using DispatchWorker.Planning.Model;

namespace Dispatch.Worker.Tests.Planning;

/// <summary>The day changes: what has started or is pinned stays, and most of the rest stays too.</summary>
public sealed class ReplanTests
{
    private static readonly Problem Day = Days.File("emptying-R201-50") with { Objective = Objective.Full };
    private static readonly Plan Before = Days.Solve(Day, 5_000);
    private static readonly FixedStops[] Held =
    [
        .. Before.Trucks.Select(day => new FixedStops(day.Id, Days.Route(Before, day.Id).Split(' '))),
    ];

    /// <summary>The first two stops of every truck have started.</summary>
    private static readonly Problem Later = Day with
    {
        Previous = Held,
        Frozen = [.. Held.Select(day => day with { Stops = [.. day.Stops.Take(2)] })],
    };

    private static string[] Moved(Plan after)
    {
        var truckOf = Before
            .Trucks.SelectMany(day => day.Stops.Where(stop => stop.Kind == "job").Select(stop => (stop.Id, day.Id)))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
        return
        [
            .. after
                .Trucks.SelectMany(day =>
                    day.Stops.Where(stop => stop.Kind == "job" && truckOf.TryGetValue(stop.Id, out var truck) && truck != day.Id)
                )
                .Select(stop => stop.Id),
        ];
    }

    [Fact]
    public void One_urgent_job_moves_few_others()
    {
        var urgent = new Job("urgent", 10)
        {
            Volume = 5,
            Service = 10,
            Close = 1000,
            Priority = 10,
        };

        var after = Days.Solve(Later with { Jobs = [.. Day.Jobs, urgent] }, 5_000);

        Assert.DoesNotContain(after.Unassigned, left => left.Job == "urgent");
        Assert.InRange(Moved(after).Length, 0, 4);
    }

    [Fact]
    public void A_truck_that_broke_down_keeps_only_what_it_has_done()
    {
        var broken = Held[0].Truck;
        var problem = Later with
        {
            Trucks = [.. Day.Trucks.Where(truck => truck.Id != broken)],
            Frozen = [.. Later.Frozen.Where(day => day.Truck != broken)],
            Previous = [.. Held.Where(day => day.Truck != broken)],
        };

        var after = Days.Solve(problem, 5_000);

        Assert.DoesNotContain(after.Trucks, day => day.Id == broken);
        Assert.True(after.Unassigned.Count <= Held[0].Stops.Count);
    }

    [Fact]
    public void A_cancelled_job_moves_nobody()
    {
        var cancelled = Held[0].Stops.Where(stop => stop.All(char.IsDigit)).Last();

        var after = Days.Solve(Later with { Jobs = [.. Day.Jobs.Where(job => job.Id != cancelled)] }, 5_000);

        Assert.Empty(after.Unassigned);
        Assert.InRange(Moved(after).Length, 0, 4);
    }

    [Fact]
    public void A_closed_plant_is_avoided_from_then_on()
    {
        var problem = Later with { Emptying = [.. Day.Emptying.Select(plant => plant.Id == "D1" ? plant with { Close = 200 } : plant)] };

        var after = Days.Solve(problem, 5_000);

        Assert.Empty(after.Unassigned);
    }

    [Fact]
    public void A_first_valid_plan_comes_before_the_better_one()
    {
        List<Plan> early = [];

        var after = Planner.Solve(Later, new Budget { Iterations = 2_000 }, early: early.Add);

        Assert.Empty(PlanChecker.Check(Later, Assert.Single(early)));
        Assert.Empty(PlanChecker.Check(Later, after));
    }

    [Fact]
    public void What_started_late_has_started_all_the_same()
    {
        var problem = Days.Line(9, [Days.Truck()], [Days.Job("late", 5) with { Close = 2 }, Days.Job("next", 6)]) with
        {
            Frozen = [new FixedStops("T1", ["late"])],
        };

        Assert.Equal("late next", Days.Route(Days.Solve(problem, 100), "T1"));
    }

    [Fact]
    public void What_has_started_comes_home_after_the_shift_if_it_must_and_gets_nothing_more()
    {
        var problem = Days.Line(9, [Days.Truck(end: 12)], [Days.Job("far", 8), Days.Job("near", 1)], [Days.Plant("P", 3)]) with
        {
            Frozen = [new FixedStops("T1", ["far"])],
        };

        var plan = Days.Solve(problem, 100);

        Assert.Equal("far P", Days.Route(plan, "T1"));
        Assert.Equal("near", Assert.Single(plan.Unassigned).Job);
    }

    [Fact]
    public void A_frozen_load_is_still_emptied()
    {
        var problem = Days.Line(9, [Days.Truck()], [Days.Job("1", 5)], [Days.Plant("P", 3)]) with
        {
            Frozen = [new FixedStops("T1", ["1"])],
        };

        Assert.Equal("1 P", Days.Route(Days.Solve(problem, 100), "T1"));
    }
}
