using DispatchWorker.Planning;
using DispatchWorker.Planning.Model;
using static Dispatch.Worker.Tests.Planning.Days;

namespace Dispatch.Worker.Tests.Planning;

/// <summary>Each test breaks one hard rule by hand; the checker names that rule and no other.</summary>
public sealed class PlanCheckerTests
{
    private static readonly Problem Plain = Line(10, [Truck("T1"), Truck("T2")], [Job("1", 2), Job("2", 4)], [Plant("P", 6)]);

    private static void Broken(string code, Problem problem, Plan plan, string inSentence)
    {
        var violations = PlanChecker.Check(problem, plan);

        Assert.NotEmpty(violations);
        Assert.All(violations, violation => Assert.Equal(code, violation.Code));
        Assert.Contains(violations, violation => violation.Sentence.Contains(inSentence, StringComparison.Ordinal));
    }

    private static Problem With(Func<Job, Job>? job = null, Func<Truck, Truck>? truck = null, Func<Plant, Plant>? plant = null) =>
        Plain with
        {
            Jobs = [.. Plain.Jobs.Select(job ?? (it => it))],
            Trucks = [.. Plain.Trucks.Select(truck ?? (it => it))],
            Emptying = [.. Plain.Emptying.Select(plant ?? (it => it))],
        };

    [Fact]
    public void A_plan_that_keeps_every_rule_has_no_violation() => Assert.Empty(PlanChecker.Check(Plain, ByHand(Plain, ("T1", "1 2 P"))));

    [Fact]
    public void A_tank_cannot_hold_more_than_it_holds()
    {
        var problem = With(job: it => it with { Volume = 6 });

        Broken("DSP-110", problem, ByHand(problem, ("T1", "1 2 P")), "T1 would carry 12 m³ in a tank of 10 after job 2");
    }

    [Fact]
    public void A_truck_does_not_come_home_with_a_load() => Broken("DSP-111", Plain, ByHand(Plain, ("T1", "1 P 2")), "home with 1 m³");

    [Fact]
    public void Equipment_must_be_on_board()
    {
        var problem = With(job: it => it with { Equipment = ["jet"] });

        Broken("DSP-120", problem, ByHand(problem, ("T1", "1 2 P")), "needs jet");
    }

    [Fact]
    public void The_crew_must_be_qualified()
    {
        var problem = With(job: it => it with { Crew = ["confined"] });

        Broken("DSP-121", problem, ByHand(problem, ("T1", "1 2 P")), "confined");
    }

    [Fact]
    public void A_truck_takes_only_the_kinds_it_may()
    {
        var problem = With(it => it with { Kind = "grease" }, it => it with { Kinds = ["pipe"] });

        Broken("DSP-122", problem, ByHand(problem, ("T1", "1 2 P")), "grease");
    }

    [Fact]
    public void A_truck_is_home_by_the_end_of_its_shift()
    {
        var problem = With(truck: it => it with { End = 11 });

        Broken("DSP-130", problem, ByHand(problem, ("T1", "1 2 P")), "home at 12");
    }

    [Fact]
    public void A_truck_does_not_drive_while_it_has_a_filing()
    {
        var problem = With(truck: it => it with { Blocked = [new Span(3, 5)] });

        Broken("DSP-131", problem, ByHand(problem, ("T1", "1 2 P")), "drives to 2");
    }

    [Fact]
    public void A_break_is_taken()
    {
        var problem = With(truck: it => it with { Breaks = [new Break(1, 10, 3)] });

        Broken("DSP-132", problem, ByHand(problem, ("T1", "1 2 P")), "no rest of 3");
    }

    [Fact]
    public void Work_begins_within_the_window()
    {
        var problem = With(job: it => it with { Close = 3 });

        Broken("DSP-140", problem, ByHand(problem, ("T1", "1 2 P")), "begins job 2 at 4");
    }

    [Fact]
    public void A_plant_is_used_only_while_it_is_open()
    {
        var problem = With(plant: it => it with { Close = 5 });

        Broken("DSP-150", problem, ByHand(problem, ("T1", "1 2 P")), "empties at P at 6");
    }

    [Fact]
    public void A_plant_gets_no_more_than_it_can_take()
    {
        var problem = With(plant: it => it with { Capacity = 1.5 });

        Broken("DSP-151", problem, ByHand(problem, ("T1", "1 P"), ("T2", "2 P")), "would get 2 m³");
    }

    [Fact]
    public void A_bay_holds_one_truck_at_a_time()
    {
        var problem = With(plant: it => it with { Bays = 1, Service = 5 });

        Broken("DSP-152", problem, ByHand(problem, ("T1", "1 P"), ("T2", "2 P")), "2 trucks would empty at P");
    }

    [Fact]
    public void A_plant_gets_only_what_it_accepts()
    {
        var problem = With(it => it with { Kind = "grease" }, plant: it => it with { Accepts = ["pipe"] });

        Broken("DSP-153", problem, ByHand(problem, ("T1", "1 2 P")), "does not take it");
    }

    [Fact]
    public void What_is_pinned_stays_first()
    {
        var problem = Plain with { Frozen = [new FixedStops("T1", ["2"])] };

        Broken("DSP-160", problem, ByHand(problem, ("T1", "1 2 P")), "must begin with 2");
    }

    [Fact]
    public void A_job_is_served_once_or_left_out()
    {
        var plan = ByHand(Plain, ("T1", "1 2 P"));

        Broken("DSP-100", Plain, ByHand(Plain, ("T1", "1 P"), ("T2", "1 2 P")), "served 2 times");
        Broken("DSP-100", Plain, plan with { Unassigned = [new LeftOut("1", [])] }, "both served and left out");
        Broken("DSP-100", Plain, ByHand(Plain, ("T1", "1 P")) with { Unassigned = [] }, "neither served nor left out");
    }

    [Fact]
    public void The_plans_own_numbers_must_be_true()
    {
        var plan = ByHand(Plain, ("T1", "1 2 P"));
        Plan Changed(Func<Stop, Stop> change) =>
            plan with
            {
                Trucks = [new TruckDay("T1", [.. plan.Trucks[0].Stops.Select(stop => stop.Id == "2" ? change(stop) : stop)])],
            };

        Broken("DSP-100", Plain, plan with { Distance = 11 }, "the distance is 12");
        Broken("DSP-100", Plain, Changed(stop => stop with { Arrive = 3 }), "sooner than it can drive");
        Broken("DSP-100", Plain, Changed(stop => stop with { Load = 1 }), "leaves 2 with 2 m³");
        Broken("DSP-100", Plain, Changed(stop => stop with { Id = "nobody" }), "does not exist");
    }
}
