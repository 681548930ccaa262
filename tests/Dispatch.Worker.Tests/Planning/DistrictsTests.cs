using DispatchWorker.Planning;
using DispatchWorker.Planning.Model;
using DispatchWorker.Planning.Travel;

namespace Dispatch.Worker.Tests.Planning;

/// <summary>Days of thousands of jobs, planned district by district.</summary>
public sealed class DistrictsTests
{
    /// <summary>A town of <paramref name="jobs"/> jobs on a spiral around the depot, two plants, and enough or too few
    /// trucks.</summary>
    internal static Problem Town(int jobs, int trucks, Func<Job, Job>? job = null) =>
        new()
        {
            Name = "town",
            Metric = Metric.EuclidDecimal,
            Objective = Objective.Distance,
            Places =
            [
                new Place(0, 0),
                new Place(40, 0),
                new Place(-40, 0),
                .. Enumerable
                    .Range(0, jobs)
                    .Select(at => new Place(Math.Cos(at * 2.4) * Math.Sqrt(at), Math.Sin(at * 2.4) * Math.Sqrt(at))),
            ],
            Depots = [new Depot("D", 0)],
            Emptying =
            [
                new Plant("P1", 1)
                {
                    Service = 2,
                    Capacity = jobs,
                    Bays = 30,
                },
                new Plant("P2", 2) { Service = 2 },
            ],
            Trucks = [.. Enumerable.Range(0, trucks).Select(at => new Truck("T" + at, "D") { Capacity = 10, End = 600 })],
            Jobs =
            [
                .. Enumerable
                    .Range(0, jobs)
                    .Select(at => new Job("J" + at, at + 3) { Volume = 1 + at % 3, Service = 3 })
                    .Select(job ?? (it => it)),
            ],
        };

    private static Plan Solve(Problem problem, long iterations, int threads = 2)
    {
        var plan = Planner.Solve(problem, new Budget { Iterations = iterations, Threads = threads });
        Assert.Empty(PlanChecker.Check(problem, plan));
        return plan;
    }

    [Fact]
    public void A_large_day_is_planned_whole_and_the_search_shortens_it()
    {
        var problem = Town(2_500, 150);
        Plan? first = null;

        var plan = Planner.Solve(problem, new Budget { Iterations = 6_000 }, early: it => first = it);

        Assert.Empty(PlanChecker.Check(problem, plan));
        Assert.Empty(PlanChecker.Check(problem, first!));
        Assert.Empty(plan.Unassigned);
        Assert.True(plan.Distance < first!.Distance);
    }

    [Fact]
    public void The_same_budget_of_iterations_gives_the_same_plan_on_two_threads()
    {
        var problem = Town(2_100, 120);

        Assert.Equal((Solve(problem, 2_000) with { Seconds = 0 }).ToJson(), (Solve(problem, 2_000) with { Seconds = 0 }).ToJson());
    }

    [Fact]
    public void Jobs_left_out_for_lack_of_trucks_name_that_reason()
    {
        var plan = Solve(Town(2_100, 6), 500);

        Assert.NotEmpty(plan.Unassigned);
        Assert.All(plan.Unassigned, left => Assert.NotEmpty(left.Reasons));
    }

    [Fact]
    public void What_has_started_stays_where_it_is_and_large_jobs_stay_whole()
    {
        var problem = Town(2_100, 150, job => job.Id == "J77" ? job with { Volume = 25 } : job) with
        {
            Frozen = [new FixedStops("T9", ["J2000", "P2", "J3"])],
        };

        var plan = Solve(problem, 1_000);

        Assert.StartsWith("J2000 P2 J3", Days.Route(plan, "T9"), StringComparison.Ordinal);
        Assert.Equal(3, plan.Trucks.SelectMany(day => day.Stops).Count(stop => stop.Id == "J77"));
    }

    [Fact]
    public void A_bare_table_of_times_is_enough()
    {
        var town = Town(2_100, 120) with { Places = [.. Enumerable.Range(0, 300).Select(at => new Place(at % 20, at / 20))] };
        var table = new EmbeddedTravelTimes().Table(town).Time;
        var problem = town with
        {
            Metric = Metric.Matrix,
            Matrix = new TravelMatrix(table, table),
            Places = new Place[300],
            Jobs = [.. town.Jobs.Select((job, at) => job with { Place = at % 300 })],
        };

        Assert.Empty(Solve(problem, 500).Unassigned);
    }

    [Fact]
    public void Twenty_thousand_jobs_get_a_plan_in_less_memory_than_a_table_of_their_times()
    {
        var problem = Town(20_000, 1_200) with { Metric = Metric.GreatCircle, Emptying = [new Plant("P1", 1)] };
        problem = problem with { Places = [.. problem.Places.Select(place => new Place(113 + place.X / 500, 28 + place.Y / 500))] };
        var before = GC.GetTotalAllocatedBytes();

        var plan = Planner.Solve(problem, new Budget { Time = TimeSpan.FromSeconds(0.1), Threads = 2 });

        Assert.Empty(PlanChecker.Check(problem, plan));
        Assert.True(GC.GetTotalAllocatedBytes() - before < 20_003L * 20_003 * sizeof(double));
    }
}
