using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Leads;

/// <summary>The one place where leads are raised (R11, R12). Raising one twice is raising it once.</summary>
public static class RaiseLead
{
    /// <summary>Of a trip; trips of orders are the centre's.</summary>
    public static async Task Raise(this FilingDb db, LeadKind kind, Trip trip, TruckSeen truck, DateTimeOffset at, CancellationToken cancel)
    {
        if (await Known(db, kind, trip.Id, cancel) is not null)
        {
            return;
        }

        var isOfOrder = await db.Orders.AnyAsync(order => order.Number == trip.Number, cancel);
        var lead = await Add(db, (kind, trip.Id), trip.Town, truck, at, isOfOrder, cancel);
        db.Tell("lead-raised", lead.Id, lead, at);
    }

    /// <summary>Of a load that came without a trip.</summary>
    public static async Task Raise(this FilingDb db, Arrival arrival, CancellationToken cancel)
    {
        const LeadKind kind = LeadKind.UnfiledLoad;
        if (await Known(db, kind, arrival.Number, cancel) is null)
        {
            var truck = new TruckSeen(arrival.Plate, arrival.Colour);
            var lead = await Add(db, (kind, arrival.Number), arrival.Town, truck, arrival.At, isOfOrder: false, cancel);
            db.Tell("lead-raised", lead.Id, lead, arrival.At);
        }
    }

    /// <summary>Of a run that is announced and not known yet.</summary>
    public static async Task<Lead> Raise(this FilingDb db, LeadRun run, CancellationToken cancel)
    {
        var (of, truck) = (run.Id.ToString(), new TruckSeen(run.Plate, run.Colour));
        var lead = await Add(db, (LeadKind.UnregisteredRun, of), run.Town, truck, run.OpenedAt, isOfOrder: false, cancel);
        db.Tell("run-opened", of, lead, run.OpenedAt);
        return lead;
    }

    /// <summary>Those who may see the lead learn of it at once.</summary>
    public static void Tell(this FilingDb db, string kind, string subject, Lead lead, DateTimeOffset at) =>
        db.LiveEvents.Add(new LiveEvent(kind, subject, lead.Town, null, at, lead.Department));

    private static ValueTask<Lead?> Known(FilingDb db, LeadKind kind, string of, CancellationToken cancel) =>
        db.Leads.FindAsync([Lead.IdOf(kind, of)], cancel);

    private static async Task<Lead> Add(
        FilingDb db,
        (LeadKind Kind, string Of) key,
        string town,
        TruckSeen truck,
        DateTimeOffset at,
        bool isOfOrder,
        CancellationToken cancel
    )
    {
        var (kind, day) = (key.Kind, ChinaTime.DayOf(at));
        var ofTown = await db
            .Responsibilities.AsNoTracking()
            .Where(row => row.Town == town && row.Kind == kind && row.From <= day)
            .OrderByDescending(row => row.From)
            .FirstOrDefaultAsync(cancel);
        var charge = Charge.Of(kind, isOfOrder, ofTown);
        var lead = Lead.Raise(kind, key.Of, town, truck, at, charge, await db.WorkingDays(cancel));
        db.Leads.Add(lead);
        return lead;
    }
}
