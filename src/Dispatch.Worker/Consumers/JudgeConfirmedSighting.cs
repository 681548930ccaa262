using Contracts.Delivery;
using Contracts.Filing;
using DispatchWorker.Data;
using DispatchWorker.Settings;
using MassTransit;

namespace DispatchWorker.Consumers;

/// <summary>
/// Judges a doubtful sighting that a person confirmed (R4). If its batch has not arrived yet, this message takes its place.
/// </summary>
public sealed class JudgeConfirmedSighting(Writer<DispatchDb> writer, Deadlines<DispatchDb> deadlines, DispatchSettings settings)
    : IConsumer<SightingConfirmed>
{
    public Task Consume(ConsumeContext<SightingConfirmed> context) =>
        writer.Write((db, cancel) => Keep(db, context.Required(), context.Message, cancel), context.CancellationToken);

    private async Task<bool> Keep(DispatchDb db, Guid messageId, SightingConfirmed confirmed, CancellationToken cancel)
    {
        await deadlines.ApplyBefore(db, confirmed.ConfirmedAt, cancel);
        if (!await db.FirstSeen(messageId, nameof(JudgeConfirmedSighting), confirmed.ConfirmedAt, cancel))
        {
            return false;
        }

        await db.Lock([Judging.LockOf(confirmed.Sighting.Plate)], cancel);
        var row = await db.Sightings.FindAsync([confirmed.Sighting.Id], cancel);
        if (row is null)
        {
            row = SightingRow.Of(confirmed.Sighting, confirmed.ArrivedAt);
            db.Add(row);
        }

        row.Doubtful = false;
        List<SightingRow> judged = [.. await db.Judge([row], cancel)];
        db.EmitJudged(judged);
        await db.RebuildRuns(judged, new Cause(confirmed.ConfirmedAt, _ => "no red sighting left", settings.RunGrace), cancel);
        return true;
    }
}
