using System.Text.Json;
using System.Text.Json.Serialization;
using DispatchWorker.Planning;
using DispatchWorker.Planning.Model;
using DispatchWorker.Planning.TownDay;

namespace DispatchWorker.Tests.Planning.TownDay;

/// <summary>Problems from hand-made days. Each is also planned, and the plan must keep every rule.</summary>
internal static class Made
{
    public const string Truck = "湘A12345|yellow";
    private static readonly JsonSerializerOptions Shape = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        WriteIndented = true,
    };

    public static DayProblem Of(string now, params IEnumerable<object> items) => Of(Make.Day(now, items));

    public static DayProblem Of(DayFacts facts)
    {
        var made = DayProblem.Of(facts);
        made.Solve();
        return made;
    }

    public static Plan Solve(this DayProblem made)
    {
        var plan = Planner.Solve(made.Problem, new Budget { Iterations = 300 });
        Assert.Empty(PlanChecker.Check(made.Problem, plan));
        return plan;
    }

    public static Truck TheTruck(this DayProblem made) => Assert.Single(made.Problem.Trucks);

    public static Plant ThePlant(this DayProblem made) => Assert.Single(made.Problem.Emptying);

    public static Job Job(this DayProblem made, string id) => Assert.Single(made.Problem.Jobs, job => job.Id == id);

    /// <summary>"GD-1 10, DD-1/1 4": the jobs with their m³.</summary>
    public static string Volumes(this DayProblem made) =>
        string.Join(", ", made.Problem.Jobs.Select(job => FormattableString.Invariant($"{job.Id} {job.Volume:0.###}")));

    /// <summary>"DD-1/1 P1": the fixed first stops of the truck.</summary>
    public static string Frozen(this DayProblem made, string truck = Truck) =>
        string.Join(' ', Assert.Single(made.Problem.Frozen, line => line.Truck == truck).Stops);

    /// <summary>"GD-1 P1": the truck's stops in a plan.</summary>
    public static string Route(this Plan plan, string truck = Truck) =>
        string.Join(
            ' ',
            plan.Trucks.SingleOrDefault(day => day.Id == truck)
                ?.Stops.Where(stop => stop.Kind is "job" or "emptying")
                .Select(stop => stop.Id)
                ?? []
        );

    public static string Text(object value) => JsonSerializer.Serialize(value, Shape);
}
