using Contracts.Delivery;
using Contracts.Dispatch;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Leads;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Consumers;

/// <summary>
/// Raises a lead for an announced run and keeps it up to date (R5), whatever the order of the messages. A person's finding is not
/// changed.
/// </summary>
public sealed class FollowRuns(Writer<FilingDb> writer, TimeProvider clock) : IConsumer<RunsUpdated>
{
    public Task Consume(ConsumeContext<RunsUpdated> context) =>
        writer.Write(
            async (db, cancel) =>
            {
                if (!await db.FirstSeen(context.MessageId!.Value, nameof(FollowRuns), clock.GetUtcNow(), cancel))
                {
                    return false;
                }

                string[] ids = [.. context.Message.Runs.Select(update => IdOf(update.Run))];
                var leads = await db.Leads.Where(lead => ids.Contains(lead.Id)).ToDictionaryAsync(lead => lead.Id, cancel);
                foreach (var update in context.Message.Runs)
                {
                    if (!leads.TryGetValue(IdOf(update.Run), out var lead))
                    {
                        leads[IdOf(update.Run)] = lead = await db.Raise(Of(update.Run), cancel);
                    }

                    if (lead.Follow(Of(update.Run), update.End is { } end ? new LeadRunEnd(end.At, end.JoinedInto) : null))
                    {
                        db.Tell("lead-contradicted", lead.Id, lead, lead.ContradictedAt!.Value);
                    }

                    await db.KeepMembers(update, cancel);
                }

                return true;
            },
            context.CancellationToken
        );

    private static string IdOf(RunSnapshot run) => Lead.IdOf(LeadKind.UnregisteredRun, run.Id.ToString());

    private static LeadRun Of(RunSnapshot run) =>
        new()
        {
            Id = run.Id,
            Version = run.Version,
            Town = run.Town,
            Plate = run.Plate,
            Colour = run.Colour,
            OpenedAt = run.OpenedAt,
            First = run.First,
            Last = run.Last,
            Codes = run.Codes,
        };
}
