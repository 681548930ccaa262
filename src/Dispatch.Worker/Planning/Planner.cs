using System.Diagnostics;
using DispatchWorker.Planning.Model;
using DispatchWorker.Planning.Search;
using DispatchWorker.Planning.Travel;

namespace DispatchWorker.Planning;

/// <summary>Takes a problem and gives a plan. With <see cref="Problem.Previous"/> it re-plans: what can stay, stays.</summary>
public static class Planner
{
    /// <summary>A day with more jobs is planned district by district.</summary>
    private const int MostInOnePiece = 2_000;

    /// <param name="problem">The day; read by <see cref="ProblemReader"/> or built by the caller.</param>
    /// <param name="budget">How long to search.</param>
    /// <param name="travel">Road times; the embedded ones when null.</param>
    /// <param name="early">Gets the first valid plan, long before the search ends.</param>
    /// <param name="cancel">Ends the work within some 50 ms, whatever it is doing.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Plan Solve(
        Problem problem,
        Budget budget,
        ITravelTimes? travel = null,
        Action<Plan>? early = null,
        CancellationToken cancel = default
    )
    {
        var clock = Stopwatch.StartNew();
        travel ??= new EmbeddedTravelTimes();
        cancel.ThrowIfCancellationRequested();
        if (problem.Jobs.Count == 0 || problem.Trucks.Count == 0)
        {
            return Nothing(problem, budget);
        }

        var plan =
            problem.Jobs.Count <= MostInOnePiece
                ? InOnePiece(problem, budget, travel, clock, early, cancel)
                : ByDistrict(problem, budget, travel, clock, early, cancel);
        cancel.ThrowIfCancellationRequested();
        return plan;
    }

    private static Plan InOnePiece(
        Problem problem,
        Budget budget,
        ITravelTimes travel,
        Stopwatch clock,
        Action<Plan>? early,
        CancellationToken cancel
    )
    {
        var part = Part.Of(problem);
        var model = SearchModelBuilder.Build(part, travel, cancel);
        var team = new Team(model, Tuning.Default, budget, clock, cancel);
        Plan Written(Solution solution) =>
            new PlanWriter(model).Write(solution) with
            {
                Seconds = Seconds(clock),
                Iterations = team.Iterations,
                Seed = budget.Seed,
                Note = travel.Note,
            };
        team.Run(first => early?.Invoke(Written(first)));
        WholeJobs.Enforce(model, team.Best, cancel);
        var plan = Written(team.Best);
        if (plan.Unassigned.Count == 0)
        {
            return plan;
        }

        plan = plan with { Unassigned = Reasons.Of(part, plan, travel, TooLate(budget, clock), cancel) };
        return plan with { Seconds = Seconds(clock) };
    }

    private static Plan ByDistrict(
        Problem problem,
        Budget budget,
        ITravelTimes travel,
        Stopwatch clock,
        Action<Plan>? early,
        CancellationToken cancel
    )
    {
        var districts = new Districts(problem, budget, travel, clock, cancel);
        var plan = districts.Solve(early);
        if (plan.Unassigned.Count == 0)
        {
            return plan;
        }

        plan = plan with { Unassigned = Reasons.OfDistricts(districts.Parts(), plan, travel, TooLate(budget, clock), cancel) };
        return plan with { Seconds = Seconds(clock) };
    }

    private static double Seconds(Stopwatch clock) => Math.Round(clock.Elapsed.TotalSeconds, 3);

    /// <summary>Reasons may take a tenth of the time more, or a second where that is longer.</summary>
    private static Func<bool> TooLate(Budget budget, Stopwatch clock)
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
            Unassigned = [.. problem.Jobs.Select(job => new LeftOut(job.Id, [OtherReasons.NoTruck()]))],
        };
}
