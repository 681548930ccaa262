using Contracts.Register;
using Microsoft.EntityFrameworkCore;

namespace DispatchWorker.Data;

/// <summary>The copy of the register, asked for many plates at once.</summary>
public static class KnownFacts
{
    /// <summary>A verdict looks this far beyond a window (R3, <c>too-early</c> and <c>too-late</c>).</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromHours(24);

    /// <summary>By plate, every history that can matter to a question between two moments.</summary>
    public static async Task<IReadOnlyDictionary<string, List<History>>> HistoriesOf(
        this DispatchDb db, IReadOnlyCollection<string> plates, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        var (earliest, latest) = (from - Reach, to + Reach);
        var named = db.FactTrucks.Where(row => EF.Parameter(plates).Contains(row.Plate) && row.To >= earliest && row.From <= latest).Select(row => new { row.Plate, row.Number }).Distinct();
        var found = await named.Join(db.Facts.AsNoTracking(), name => name.Number, fact => fact.Number, (name, fact) => new { name.Plate, Fact = fact }).ToListAsync(cancel);
        return found.GroupBy(pair => pair.Plate).ToDictionary(plate => plate.Key, plate => History.Of(plate.Select(pair => pair.Fact.ToFact())).ToList());
    }

    public static async Task<IReadOnlyDictionary<string, History>> HistoriesOfNumbers(
        this DispatchDb db, IReadOnlyCollection<string> numbers, CancellationToken cancel)
    {
        if (numbers.Count == 0) { return new Dictionary<string, History>(); }

        var facts = await db.Facts.AsNoTracking().Where(row => EF.Parameter(numbers).Contains(row.Number)).ToListAsync(cancel);
        return History.Of(facts.Select(row => row.ToFact())).ToDictionary(history => history.Number, StringComparer.Ordinal);
    }
}
