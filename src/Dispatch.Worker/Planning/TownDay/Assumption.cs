namespace DispatchWorker.Planning.TownDay;

/// <summary>Something that nobody has said and that the problem has to take as given (R9); a screen shows it as assumed.</summary>
/// <param name="Of">Id of the truck or plant in the problem.</param>
/// <param name="What">Which of its values.</param>
public sealed record Assumption(string Of, AssumedValue What);

public enum AssumedValue
{
    /// <summary>A truck works 08:00–17:30.</summary>
    Shift,

    /// <summary>A truck does any kind of job.</summary>
    Kinds,

    /// <summary>A truck starts from its owner's nearest depot.</summary>
    Depot,

    /// <summary>A plant that accepts <c>septic</c> or <c>other</c> takes municipal loads in its opening hours, without a limit.</summary>
    MunicipalLoads,
}

internal static class Assumptions
{
    public static IReadOnlyList<Assumption> Of(List<DayTruck> trucks, List<DayPlant> plants, DepotChoice depots, DateOnly date) =>
        [
            .. from truck in trucks from value in Of(truck, depots, date) select new Assumption(truck.Facts.Id, value),
            .. plants.Where(plant => plant.IsAssumed).Select(plant => new Assumption(plant.Plant.Id, AssumedValue.MunicipalLoads)),
        ];

    private static IEnumerable<AssumedValue> Of(DayTruck truck, DepotChoice depots, DateOnly date)
    {
        if (truck.Shift is not null && truck.Facts.Fleet is null)
        {
            if (truck.Facts.On(date) is not { ShiftFrom: not null, ShiftTo: not null })
            {
                yield return AssumedValue.Shift;
            }

            yield return AssumedValue.Kinds;
        }

        if (depots.IsAssumed(truck.Facts))
        {
            yield return AssumedValue.Depot;
        }
    }
}
