using Contracts.Register;

namespace FilingApi.Data;

/// <summary>Which numbers ever named a plate.</summary>
public sealed class FactTruck
{
    public required string Plate { get; init; }
    public required string Number { get; init; }
    public required int Seq { get; init; }

    public static IEnumerable<FactTruck> Of(RegisterFact fact) =>
        (fact.Body?.Trucks ?? [])
            .Select(truck => truck.Plate)
            .Distinct()
            .Select(plate => new FactTruck
            {
                Plate = plate,
                Number = fact.Number,
                Seq = fact.Seq,
            });
}
