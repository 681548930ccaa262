using Contracts.Delivery;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Evidence;
using FilingApi.Features.Leads;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Filings;

/// <summary>
/// What happens when something falls due here: an undecided filing is escalated (R8), an unreceived load becomes a lead (R11).
/// </summary>
public sealed class FilingDeadlines(Retention retention) : IDeadlineActs<FilingDb>
{
    public const string Undecided = "undecided";
    public const string NoReceipt = "no-receipt";

    public async Task Apply(FilingDb db, DeadlineRow deadline, CancellationToken cancel)
    {
        switch (deadline.Kind)
        {
            case Undecided:
                (await db.Filings.SingleAsync(filing => filing.Number == deadline.Key, cancel)).Escalate(deadline.DueAt);
                break;
            case NoReceipt:
                var trip = await db.Trips.SingleAsync(known => known.Id == deadline.Key, cancel);
                if (trip.State == TripState.Loaded)
                {
                    await db.Raise(LeadKind.NoReceipt, trip, new TruckSeen(trip.Plate, trip.Colour), deadline.DueAt, cancel);
                }

                break;
            case Retention.Sightings or Retention.Questions or Retention.Answers or Retention.Inbox:
                await retention.Apply(db, deadline, cancel);
                break;
            default:
                throw new InvalidOperationException($"Nobody acts on a deadline of kind {deadline.Kind}.");
        }
    }
}
