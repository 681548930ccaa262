using Contracts.Delivery;
using Contracts.Register;
using Microsoft.EntityFrameworkCore;

namespace DispatchWorker.Data;

/// <summary>Queries the copy of the register for many plates at once.</summary>
public static class KnownFacts
{
    private sealed record Naming(string Plate, FactRow Fact);

    private static readonly CompiledQuery<Func<DispatchDb, string[], DateTimeOffset, DateTimeOffset, IAsyncEnumerable<Naming>>> Namings =
        new(() =>
            EF.CompileAsyncQuery(
                (DispatchDb db, string[] plates, DateTimeOffset earliest, DateTimeOffset latest) =>
                    db
                        .FactTrucks.Where(row => plates.Contains(row.Plate) && row.To >= earliest && row.From <= latest)
                        .Select(row => new { row.Plate, row.Number })
                        .Distinct()
                        .Join(
                            db.Facts.AsNoTracking(),
                            name => name.Number,
                            fact => fact.Number,
                            (name, fact) => new Naming(name.Plate, fact)
                        )
            )
        );

    private static readonly CompiledQuery<Func<DispatchDb, string[], IAsyncEnumerable<FactRow>>> OfNumbers = new(() =>
        EF.CompileAsyncQuery((DispatchDb db, string[] numbers) => db.Facts.AsNoTracking().Where(row => numbers.Contains(row.Number)))
    );

    /// <summary>All histories that can matter to a question between two moments, by plate.</summary>
    public static async Task<IReadOnlyDictionary<string, List<History>>> HistoriesOf(
        this DispatchDb db,
        string[] plates,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancel
    )
    {
        var found = await Namings.In(db)(db, plates, from - Judge.Reach, to + Judge.Reach).ToListAsync(cancel);
        return found
            .GroupBy(pair => pair.Plate)
            .ToDictionary(plate => plate.Key, plate => History.Of(plate.Select(pair => pair.Fact.ToFact())).ToList());
    }

    public static async Task<IReadOnlyDictionary<string, History>> HistoriesOfNumbers(
        this DispatchDb db,
        string[] numbers,
        CancellationToken cancel
    )
    {
        if (numbers.Length == 0)
        {
            return new Dictionary<string, History>();
        }

        var facts = await OfNumbers.In(db)(db, numbers).ToListAsync(cancel);
        return History.Of(facts.Select(row => row.ToFact())).ToDictionary(history => history.Number, StringComparer.Ordinal);
    }
}
