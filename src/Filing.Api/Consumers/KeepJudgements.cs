using Contracts.Delivery;
using Contracts.Dispatch;
using FilingApi.Data;
using MassTransit;

namespace FilingApi.Consumers;

/// <summary>Stores the worker's judgements with the sightings; the highest revision counts, whatever the order of arrival.</summary>
public sealed class KeepJudgements(Writer<FilingDb> writer, TimeProvider clock, Web.ServiceMetrics metrics) : IConsumer<SightingsJudged>
{
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
                    await db.KeepJudgement(alike.Key.Code, alike.Key.Revision, alike, cancel);
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
}

public sealed class KeepJudgementsInBulk : Bulky<KeepJudgements>;
