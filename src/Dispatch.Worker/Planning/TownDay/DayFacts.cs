using Contracts.Filing;
using Contracts.Register;

namespace DispatchWorker.Planning.TownDay;

/// <summary>Everything that the problem of a town and day is made from, as it is known at <see cref="Now"/>.</summary>
public sealed record DayFacts
{
    public required string Town { get; init; }
    public required DateOnly Date { get; init; }
    public required DateTimeOffset Now { get; init; }
    public required IReadOnlyList<PlanningJob> Jobs { get; init; }

    /// <summary>Of the day and of the days around it, of every town: a truck works for others too, and a plant takes from all.</summary>
    public required IReadOnlyList<PlanningOrder> Orders { get; init; }

    /// <summary>Those of the town's haulers, and every other that an order of the town names.</summary>
    public required IReadOnlyList<TruckFacts> Trucks { get; init; }
    public required IReadOnlyList<PlantFacts> Plants { get; init; }
    public required IReadOnlyList<RosterDepot> Depots { get; init; }

    /// <summary>Filings and orders of the register that name one of the trucks.</summary>
    public required IReadOnlyList<History> Histories { get; init; }
}

/// <param name="Roster">The truck.</param>
/// <param name="Owner">Its hauler; null while that is not known.</param>
/// <param name="Fleet">Its ordinary day; null: nobody has said anything, and all is assumed.</param>
/// <param name="Days">What differs on the day and on the day after, into which a night shift reaches.</param>
public sealed record TruckFacts(RosterTruck Roster, RosterOwner? Owner, TruckFleet? Fleet, IReadOnlyList<Contracts.Filing.TruckDay> Days)
{
    public string Id => DayProblem.IdOf(Roster.Truck);

    public Contracts.Filing.TruckDay? On(DateOnly date) => Days.FirstOrDefault(day => day.Date == date);

    /// <summary>The first breakdown that can touch work of this date.</summary>
    public DateTimeOffset? OffFrom(DateOnly date) =>
        Days.Where(day => day.Date == date || day.Date == date.AddDays(1)).Min(day => day.OffFrom);

    /// <summary>Off for what it would set out for at this moment.</summary>
    public bool IsOff(DateOnly date, DateTimeOffset at) => On(date) is { OnDuty: false } || OffFrom(date) <= at;
}

/// <param name="Roster">The plant.</param>
/// <param name="Fleet">What it takes of municipal loads; null: nobody has said anything, and all is assumed.</param>
/// <param name="Days">What differs on the day and on the day after.</param>
public sealed record PlantFacts(RosterPlant Roster, PlantFleet? Fleet, IReadOnlyList<PlantDay> Days)
{
    public PlantDay? On(DateOnly date) => Days.FirstOrDefault(day => day.Date == date);

    public DateTimeOffset? ClosedFrom(DateOnly date) =>
        Days.Where(day => day.Date == date || day.Date == date.AddDays(1)).Min(day => day.ClosedFrom);
}
