using Contracts.Delivery;
using Contracts.Dispatch;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Events;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Consumers;

/// <summary>An announced run becomes a lead and stays up to date with it (R5); what came before its opening is kept all the same.</summary>
public sealed class FollowRuns(Writer<FilingDb> writer, TimeProvider clock) : IConsumer<RunsUpdated>
{
    private static readonly CompiledQuery<Func<FilingDb, string[], IAsyncEnumerable<Lead>>> Known = new(() =>
        EF.CompileAsyncQuery((FilingDb db, string[] keys) => db.Leads.Where(lead => keys.Contains(lead.Key)))
    );

    public Task Consume(ConsumeContext<RunsUpdated> context) =>
        writer.Write(
            async (db, cancel) =>
            {
                if (!await db.FirstSeen(context.MessageId!.Value, nameof(FollowRuns), clock.GetUtcNow(), cancel))
                {
                    return false;
                }

                var leads = await Known
                    .In(db)(db, [.. context.Message.Runs.Select(update => KeyOf(update.Run))])
                    .ToDictionaryAsync(lead => lead.Key, cancellationToken: cancel);
                foreach (var update in context.Message.Runs)
                {
                    if (!leads.TryGetValue(KeyOf(update.Run), out var lead))
                    {
                        lead = Lead.OfRun(update.Run);
                        lead.Begin("raise", Actor.System, lead.RaisedAt);
                        leads[lead.Key] = lead;
                        db.Leads.Add(lead);
                        db.LiveEvents.Add(new LiveEvent("run-opened", update.Run.Id.ToString(), null, null, update.Run.OpenedAt));
                    }

                    if (update.End is { } end)
                    {
                        lead.Clear(update.Run, end.JoinedInto, end.At);
                    }
                    else
                    {
                        lead.Follow(update.Run);
                    }

                    await db.KeepMembers(update, cancel);
                }

                return true;
            },
            context.CancellationToken
        );

    private static string KeyOf(RunSnapshot run) => Lead.KeyOf(LeadKind.UnregisteredRun, run.Id.ToString());
}
