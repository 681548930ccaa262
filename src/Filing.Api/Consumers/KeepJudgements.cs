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

            var latest = context.Message.Judgements.GroupBy(judgement => judgement.Id).ToDictionary(group => group.Key, group => group.MaxBy(judgement => judgement.Revision)!);
            var ids = latest.Keys.ToArray();
            foreach (var row in await db.Sightings.Where(row => EF.Parameter(ids).Contains(row.Id)).ToListAsync(cancel))
            {
                var judgement = latest[row.Id];
                if (judgement.Revision > row.Revision) { (row.Code, row.Revision) = (judgement.Code, judgement.Revision); }
            }

            return true;
        }, context.CancellationToken);
        if (isNew) { figures.Sightings(context.Message.Judgements.Count, "judged"); }
    }
}
