using Contracts.Delivery;
using Contracts.Filing;
using DispatchWorker.Data;
using DispatchWorker.Settings;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace DispatchWorker.Consumers;

/// <summary>
/// Keeps a batch of accepted sightings, judges them by the facts known, and brings the runs they touch up to date (R4, R5).
/// </summary>
public sealed class JudgeSightings(Writer<DispatchDb> writer, Deadlines<DispatchDb> deadlines, DispatchSettings settings)
    : IConsumer<SightingsReported>
{
    public Task Consume(ConsumeContext<SightingsReported> context) =>
        writer.Write((db, cancel) => Keep(db, context.Required(), context.Message, cancel), context.CancellationToken);

    private async Task<bool> Keep(DispatchDb db, Guid messageId, SightingsReported batch, CancellationToken cancel)
    {
        await deadlines.ApplyBefore(db, batch.ArrivedAt, cancel);
        if (!await db.FirstSeen(messageId, nameof(JudgeSightings), batch.ArrivedAt, cancel))
        {
            return false;
        }

        await db.Lock(batch.Sightings.Select(sighting => Judging.LockOf(sighting.Plate)), cancel);
        var fresh = await Fresh(db, batch, cancel);
        var judged = fresh.Where(row => !row.Doubtful).ToList();
        await db.Judge(judged, cancel);
        db.EmitJudged(judged);
        await db.RebuildRuns(judged, new Cause(batch.ArrivedAt, _ => "no red sighting left", settings.RunGrace), cancel);

        // Judged and grouped before they are stored, so that they need no tracking.
        await db.InsertAll(fresh, cancel);
        return true;
    }

    /// <summary>The first arrival of an id counts (R4).</summary>
    private static async Task<List<SightingRow>> Fresh(DispatchDb db, SightingsReported batch, CancellationToken cancel)
    {
        var sightings = batch.Sightings.DistinctBy(sighting => sighting.Id, StringComparer.Ordinal).ToList();
        string[] ids = [.. sightings.Select(sighting => sighting.Id)];
        var known = await db
            .Sightings.Where(row => ids.Contains(row.Id))
            .Select(row => row.Id)
            .ToHashSetAsync(StringComparer.Ordinal, cancel);
        return [.. sightings.Where(sighting => !known.Contains(sighting.Id)).Select(sighting => SightingRow.Of(sighting, batch.ArrivedAt))];
    }
}

public sealed class JudgeSightingsInBulk : Bulky<JudgeSightings>;
