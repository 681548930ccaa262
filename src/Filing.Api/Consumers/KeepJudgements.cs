using System.Text.Json;
using Contracts.Delivery;
using Contracts.Dispatch;
using Contracts.Register;
using FilingApi.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Consumers;

/// <summary>Stores the worker's judgements with the sightings; the highest revision counts, whatever the order of arrival.</summary>
public sealed class KeepJudgements(Writer<FilingDb> writer, TimeProvider clock, Web.ServiceMetrics metrics) : IConsumer<SightingsJudged>
{
    private static readonly Func<object?, object?> Stored = new WireConverter<VerdictCode>().ConvertToProvider;

    public async Task Consume(ConsumeContext<SightingsJudged> context)
    {
        var isNew = await writer.Write(
            async (db, cancel) =>
            {
                if (!await db.FirstSeen(context.MessageId!.Value, nameof(KeepJudgements), clock.GetUtcNow(), cancel))
                {
                    return false;
                }

                // One statement per code: most of a batch has the same code, and an update without loading the row costs a tenth.
                var latest = context
                    .Message.Judgements.GroupBy(judgement => judgement.Id)
                    .Select(group => group.MaxBy(judgement => judgement.Revision)!);
                foreach (var alike in latest.GroupBy(judgement => (judgement.Code, judgement.Revision), judgement => judgement.Id))
                {
                    await db.RunPrepared(TextOf(db), [Stored(alike.Key.Code), alike.Key.Revision, JsonSerializer.Serialize(alike)], cancel);
                }

                return true;
            },
            context.CancellationToken
        );
        if (isNew)
        {
            metrics.Sightings(context.Message.Judgements.Count, "judged");
        }
    }

    private static string TextOf(FilingDb db)
    {
        var unfold = db.Database.IsSqlServer() ? "OPENJSON" : "json_each";
        return $"UPDATE {db.TableOf<SightingRow>()} SET Code = @p0, Revision = @p1 "
            + $"WHERE Revision < @p1 AND Id IN (SELECT CAST(value AS nvarchar({Lengths.Id})) FROM {unfold}(@p2))";
    }
}

public sealed class KeepJudgementsInBulk : Bulky<KeepJudgements>;
