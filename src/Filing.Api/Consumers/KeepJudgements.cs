using Contracts.Delivery;
using Contracts.Dispatch;
using FilingApi.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Consumers;

/// <summary>Keeps the worker's judgements beside the sightings; the highest revision counts, whatever the order of arrival.</summary>
public sealed class KeepJudgements(Writer<FilingDb> writer, TimeProvider clock, Web.Figures figures) : IConsumer<SightingsJudged>
{
    public async Task Consume(ConsumeContext<SightingsJudged> context)
    {
        var isNew = await writer.Write(async (db, cancel) =>
        {
            if (!await db.FirstSeen(context.MessageId!.Value, nameof(KeepJudgements), clock.GetUtcNow(), cancel)) { return false; }

            // By set: most of a batch got the same code, and a row that is not loaded costs a tenth.
            var latest = context.Message.Judgements.GroupBy(judgement => judgement.Id).Select(group => group.MaxBy(judgement => judgement.Revision)!);
            foreach (var alike in latest.GroupBy(judgement => (judgement.Code, judgement.Revision)))
            {
                var ((code, revision), ids) = (alike.Key, alike.Select(judgement => judgement.Id).ToArray());
                await db.Sightings.Where(row => EF.Parameter(ids).Contains(row.Id) && row.Revision < revision)
                    .ExecuteUpdateAsync(row => row.SetProperty(sighting => sighting.Code, code).SetProperty(sighting => sighting.Revision, revision), cancel);
            }

            return true;
        }, context.CancellationToken);
        if (isNew) { figures.Sightings(context.Message.Judgements.Count, "judged"); }
    }
}
