using System.Diagnostics;
using DispatchWorker.Planning.Search;

namespace DispatchWorker.Planning;

/// <summary>A problem in, a plan out. With <see cref="Problem.Previous"/> it re-plans: what can stay, stays.</summary>
public static class Planner
{
    /// <param name="problem">The day; checked by <see cref="Input.ProblemReader"/> or built by the caller.</param>
    /// <param name="budget">How long to search.</param>
    /// <param name="travel">Road times; the embedded ones when null.</param>
    /// <param name="early">Gets the first valid plan, long before the search ends: the day has changed and somebody is waiting.</param>
    public static Plan Solve(Problem problem, Budget budget, ITravelTimes? travel = null, Action<Plan>? early = null)
    {
        Stopwatch clock = Stopwatch.StartNew();
        travel ??= new EmbeddedTravelTimes();
        if (problem.Jobs.Count == 0 || problem.Trucks.Count == 0) { return Nothing(problem, budget); }

        Model model = ModelBuilder.Build(problem, travel);
        Team team = new(model, Tuning.Default, budget, clock);
        Plan Written(Solution solution) => new PlanWriter(model).Write(solution) with
        {
            Seconds = Math.Round(clock.Elapsed.TotalSeconds, 3),
            Iterations = team.Iterations,
            Seed = budget.Seed,
            Note = travel.Note,
        };
        team.Run(first => early?.Invoke(Written(first)));
        LastTouch.Finish(model, team.Best);
        Plan plan = Written(team.Best);
        return plan.Unassigned.Count == 0 ? plan : plan with { Unassigned = Reasons.Of(problem, plan, travel), Seconds = Math.Round(clock.Elapsed.TotalSeconds, 3) };
    }

    private static Plan Nothing(Problem problem, Budget budget) => new()
    {
        Name = problem.Name,
        Seed = budget.Seed,
        Unassigned = [.. problem.Jobs.Select(job => new LeftOut(job.Id, [new Reason("DSP-180", "there is no truck", "one truck that fits the job")]))],
    };
}
