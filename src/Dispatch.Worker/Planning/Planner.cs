using System.Diagnostics;
using DispatchWorker.Planning.Search;

namespace DispatchWorker.Planning;

/// <summary>A problem in, a plan out. With <see cref="Problem.Previous"/> it re-plans: what can stay, stays.</summary>
public static class Planner
{
    /// <summary>Days with more jobs are planned district by district.</summary>
    private const int InOnePiece = 2_000;

    /// <param name="problem">The day; checked by <see cref="Input.ProblemReader"/> or built by the caller.</param>
    /// <param name="budget">How long to search.</param>
    /// <param name="travel">Road times; the embedded ones when null.</param>
    /// <param name="early">Gets the first valid plan, long before the search ends: the day has changed and somebody is waiting.</param>
    public static Plan Solve(Problem problem, Budget budget, ITravelTimes? travel = null, Action<Plan>? early = null)
    {
        var clock = Stopwatch.StartNew();
        travel ??= new EmbeddedTravelTimes();
        if (problem.Jobs.Count == 0 || problem.Trucks.Count == 0)
        {
            return Nothing(problem, budget);
        }

        if (problem.Jobs.Count > InOnePiece)
        {
            return new Districts(problem, budget, travel, clock).Solve(early);
        }

        var part = Part.Of(problem);
        var model = ModelBuilder.Build(part, travel);
        var team = new Team(model, Tuning.Default, budget, clock);
        Plan Written(Solution solution) =>
            new PlanWriter(model).Write(solution) with
            {
                Seconds = Math.Round(clock.Elapsed.TotalSeconds, 3),
                Iterations = team.Iterations,
                Seed = budget.Seed,
                Note = travel.Note,
            };
        team.Run(first => early?.Invoke(Written(first)));
        LastTouch.Finish(model, team.Best);
        var plan = Written(team.Best);
        if (plan.Unassigned.Count == 0)
        {
            return plan;
        }

        plan = plan with { Unassigned = Reasons.Of(part, plan, travel, TooLate(budget, clock)) };
        return plan with { Seconds = Math.Round(clock.Elapsed.TotalSeconds, 3) };
    }

    /// <summary>Reasons may run over by a tenth of the time, and by a second where that is less.</summary>
    internal static Func<bool> TooLate(Budget budget, Stopwatch clock)
    {
        if (budget.Time is not { } time)
        {
            return () => false;
        }

        var last = Math.Max(time.TotalSeconds * 1.1, Math.Max(time.TotalSeconds, clock.Elapsed.TotalSeconds) + 1);
        return () => clock.Elapsed.TotalSeconds > last;
    }

    private static Plan Nothing(Problem problem, Budget budget) =>
        new()
        {
            Name = problem.Name,
            Seed = budget.Seed,
            Unassigned = [.. problem.Jobs.Select(job => new LeftOut(job.Id, [Explain.NoTruck()]))],
        };
}
