using System.Diagnostics;
using DispatchWorker.Planning.Search;

namespace DispatchWorker.Planning;

/// <summary>A problem in, a plan out.</summary>
public static class Planner
{
    public static Plan Solve(Problem problem, Budget budget, ITravelTimes? travel = null)
    {
        Stopwatch clock = Stopwatch.StartNew();
        travel ??= new EmbeddedTravelTimes();
        Model model = ModelBuilder.Build(problem, travel);
        Team team = new(model, Tuning.Current, budget, clock);
        team.Run();
        return PlanWriter.Write(model, team.Best) with
        {
            Seconds = Math.Round(clock.Elapsed.TotalSeconds, 3),
            Iterations = team.Iterations,
            Seed = budget.Seed,
            Note = travel.Note,
        };
    }
}
