using Contracts.Delivery;
using Contracts.Dispatch;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Events;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Consumers;

/// <summary>An announced run becomes a lead and stays up to date with it (R5); what came before its opening is kept all the same.</summary>
public sealed class FollowRuns(Writer<FilingDb> writer, TimeProvider clock) : IConsumer<RunOpened>, IConsumer<RunGrew>, IConsumer<RunCleared>
{
    private static readonly CompiledQuery<Func<FilingDb, string, CancellationToken, Task<Lead?>>> Known = new(() => EF.CompileAsyncQuery(
        (FilingDb db, string key, CancellationToken _) => db.Leads.SingleOrDefault(lead => lead.Key == key)));

    public Task Consume(ConsumeContext<RunOpened> context) => Follow(context, context.Message.Run, (lead, run) => lead.Follow(run));

    public Task Consume(ConsumeContext<RunGrew> context) => Follow(context, context.Message.Run, (lead, run) => lead.Follow(run));

    public Task Consume(ConsumeContext<RunCleared> context) =>
        Follow(context, context.Message.Run, (lead, run) => lead.Clear(run, context.Message.JoinedInto, context.Message.ClearedAt));

    private Task<bool> Follow(ConsumeContext context, RunSnapshot run, Action<Lead, RunSnapshot> follow) =>
        writer.Write(async (db, cancel) =>
        {
            if (!await db.FirstSeen(context.MessageId!.Value, nameof(FollowRuns), clock.GetUtcNow(), cancel)) { return false; }

            var lead = await Known.In(db)(db, Lead.KeyOf(LeadKind.UnregisteredRun, run.Id.ToString()), cancel);
            if (lead is null)
            {
                lead = Lead.OfRun(run);
                db.Leads.Add(lead);
                db.Happened.Add(new Happened("run-opened", run.Id.ToString(), null, null, run.OpenedAt));
            }

            follow(lead, run);
            return true;
        }, context.CancellationToken);
}
