using CsCheck;
using DispatchWorker.Planning.Model;
using DispatchWorker.Planning.Rules;
using static Dispatch.Worker.Tests.Planning.Days;

namespace Dispatch.Worker.Tests.Planning;

/// <summary>A reason is proved by relaxing its rule: then the job goes into the plan, and no other job is left out for it.</summary>
public sealed class ReasonsTests
{
    private static Reason The(string code, Problem problem)
    {
        var plan = Solve(problem, 500);
        var left = Assert.Single(plan.Unassigned);
        Prove(problem, plan);
        return Assert.Single(left.Reasons, reason => reason.Code == code);
    }

    private static void Prove(Problem problem, Plan plan)
    {
        FixedStops[] held = [.. plan.Trucks.Select(day => new FixedStops(day.Id, Route(plan, day.Id).Split(' ')))];
        foreach (var left in plan.Unassigned)
        {
            var job = problem.Jobs.First(it => it.Id == left.Job);
            Assert.NotEmpty(left.Reasons);
            foreach (var reason in left.Reasons)
            {
                Assert.NotEmpty(reason.SentenceEn);
                Assert.Matches("[\u4e00-\u9fff]", reason.Sentence);
                Assert.Matches("[\u4e00-\u9fff]", reason.Help);
                Assert.NotEmpty(reason.HelpEn);
                if (reason.HelpEn.StartsWith("together", StringComparison.Ordinal) || Without(problem, job, reason) is not { } relaxed)
                {
                    continue;
                }

                // Other jobs that are left out would take the room meant for this one.
                HashSet<string> others = [.. plan.Unassigned.Select(it => it.Job).Where(id => id != job.Id)];
                var alone = relaxed with { Jobs = [.. relaxed.Jobs.Where(it => !others.Contains(it.Id))], Previous = held };

                var better = Solve(alone, 200);

                Assert.True(better.Unassigned.Count == 0, $"{job.Id}: {reason.Code} {reason.HelpEn}");
            }
        }
    }

    private static Problem? Without(Problem problem, Job job, Reason reason) =>
        reason.Code switch
        {
            "DSP-180" => problem with
            {
                Trucks =
                [
                    .. problem.Trucks,
                    problem.Trucks.First(truck => reason.HelpEn == $"one more truck like {truck.Id}") with
                    {
                        Id = "another",
                    },
                ],
            },
            "DSP-181" => problem with { Jobs = [.. problem.Jobs.Where(it => reason.HelpEn != $"displaces job {it.Id}")] },
            "DSP-182" or "DSP-199" => null,
            _ => Requirement.All.OfType<Rule>().First(rule => rule.Code == reason.Code).Relax(problem, job),
        };

    [Fact]
    public void The_tank_is_too_small() =>
        Assert.Contains(
            "truck T1",
            The("DSP-110", Line(4, [Truck(capacity: 5)], [Job("a", 2, 4), Job("b", 3, 4)])).HelpEn,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_equipment_is_missing() =>
        Assert.Contains(
            "with jet on board",
            The("DSP-120", Line(4, [Truck()], [Job("a", 2) with { Equipment = ["jet"] }])).HelpEn,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_crew_is_missing() => The("DSP-121", Line(4, [Truck()], [Job("a", 2) with { Crew = ["gas"] }]));

    [Fact]
    public void The_kind_is_not_allowed() =>
        The("DSP-122", Line(4, [Truck() with { Kinds = ["pipe"] }], [Job("a", 2) with { Kind = "grease" }]));

    [Fact]
    public void The_shift_is_too_short() =>
        Assert.Contains("+3 overtime", The("DSP-130", Line(9, [Truck(end: 13)], [Job("a", 8)])).HelpEn, StringComparison.Ordinal);

    [Fact]
    public void The_truck_has_a_filing() =>
        The("DSP-131", Line(9, [Truck() with { Blocked = [new Span(0, 900)] }], [Job("a", 8) with { Close = 500 }]));

    [Fact]
    public void The_crew_rests() =>
        The("DSP-132", Line(9, [Truck(end: 20) with { Breaks = [new Break(1, 19, 9)] }], [Job("a", 8) with { Open = 9, Close = 9 }]));

    [Fact]
    public void The_window_cannot_be_met() =>
        Assert.Contains("5 late", The("DSP-140", Line(9, [Truck()], [Job("a", 8) with { Close = 3 }])).HelpEn, StringComparison.Ordinal);

    [Fact]
    public void The_plant_is_closed() => The("DSP-150", Line(9, [Truck()], [Job("a", 5)], [Plant("P", 6) with { Close = 4 }]));

    [Fact]
    public void The_plant_is_full() => The("DSP-151", Line(9, [Truck()], [Job("a", 5, 4)], [Plant("P", 6) with { Capacity = 3 }]));

    [Fact]
    public void No_plant_accepts_it() =>
        The("DSP-153", Line(9, [Truck()], [Job("a", 5) with { Kind = "grease" }], [Plant("P", 6) with { Accepts = ["pipe"] }]));

    [Fact]
    public void Another_job_has_its_place()
    {
        var reason = The("DSP-181", Line(9, [Truck(capacity: 5)], [Job("a", 2, 5), Job("b", 3, 5)]));

        Assert.Matches("displaces job [ab]", reason.HelpEn);
    }

    [Fact]
    public void One_more_truck_would_do() => The("DSP-180", Line(9, [Truck(capacity: 5)], [Job("a", 2, 5), Job("b", 3, 5)]));

    [Fact]
    public void Two_rules_that_keep_it_out_together_are_both_named()
    {
        var plan = Solve(Line(9, [Truck(end: 10)], [Job("a", 8) with { Equipment = ["jet"] }]), 100);

        Assert.Equal(["DSP-120", "DSP-130"], plan.Unassigned[0].Reasons.Select(reason => reason.Code).Order());
        Assert.All(plan.Unassigned[0].Reasons, reason => Assert.StartsWith("together with", reason.HelpEn, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_reason_of_generated_days_can_be_proved() =>
        GeneratedProblems.Full.Sample(
            problem =>
            {
                var plan = Solve(problem, 300);
                Prove(problem, plan);
            },
            iter: 25,
            threads: 1
        );
}
