using Contracts.Delivery;
using Contracts.Dispatch;
using DispatchWorker.Data;
using MassTransit;

namespace DispatchWorker.Consumers;

/// <summary>What the consumers of sightings share: judging many at once and publishing the results.</summary>
internal static class Judging
{
    private const int LargestMessage = 1000;

    /// <summary>Locks plates while their sightings are judged or their facts are stored (SQL Server).</summary>
    public static string LockOf(string plate) => $"plate {plate}";

    public static Guid Required(this MessageContext context) =>
        context.MessageId ?? throw new InvalidOperationException("A message without an id cannot be deduplicated.");

    /// <summary>Judges each sighting at its own moment (R4) by the facts saved so far; returns those whose code has changed.</summary>
    public static async Task<List<SightingRow>> Judge(
        this DispatchDb db,
        IReadOnlyCollection<SightingRow> sightings,
        CancellationToken cancel
    )
    {
        if (sightings.Count == 0)
        {
            return [];
        }

        var plates = sightings.Select(row => row.Plate).Distinct().ToArray();
        var histories = await db.HistoriesOf(plates, sightings.Min(row => row.At), sightings.Max(row => row.At), cancel);
        return [.. sightings.Where(row => row.JudgeBy(histories.GetValueOrDefault(row.Plate) ?? []))];
    }

    public static void EmitJudged(this DispatchDb db, IEnumerable<SightingRow> sightings)
    {
        foreach (var chunk in sightings.Chunk(LargestMessage))
        {
            db.Emit(new SightingsJudged { Judgements = [.. chunk.Select(row => new Judgement(row.Id, row.Code!.Value, row.Revision))] });
        }
    }
}
