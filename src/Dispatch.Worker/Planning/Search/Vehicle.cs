using System.Text.Json;
using System.Text.Json.Serialization;
using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Search;

/// <summary>A truck as the search sees it.</summary>
/// <param name="Index">Its index in <see cref="Problem.Trucks"/>.</param>
/// <param name="Class">Trucks that differ in nothing but their id share a class.</param>
/// <param name="Depot">Its node.</param>
/// <param name="Capacity">In the search's volumes.</param>
/// <param name="Start">Of the shift, in ticks.</param>
/// <param name="End">Of the shift and its overtime, in ticks.</param>
internal sealed record Vehicle(int Index, int Class, int Depot, int Capacity, int Start, int End)
{
    private static readonly JsonSerializerOptions WithInfinity = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static Vehicle[] Of(Problem problem, Scales scales, int firstDepot)
    {
        var depots = problem.Depots.Select((depot, index) => (depot.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        Dictionary<string, int> classes = [];
        var vehicles = new Vehicle[problem.Trucks.Count];
        for (var index = 0; index < vehicles.Length; index++)
        {
            var truck = problem.Trucks[index];
            // Records compare their lists by reference; as text they compare by content.
            var like = JsonSerializer.Serialize(truck with { Id = "" }, WithInfinity);
            classes.TryAdd(like, classes.Count);
            vehicles[index] = new Vehicle(
                index,
                classes[like],
                firstDepot + depots[truck.Depot],
                scales.Tank(truck.Capacity),
                scales.Later(truck.Start),
                scales.Earlier(truck.End + (problem.Objective == Objective.Full ? truck.Overtime : 0))
            );
        }

        return vehicles;
    }
}
