using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Leads;

/// <summary>Finds leads, and runs among them, by number, plate or its last digits, or the firm that owns the truck.</summary>
public static class SearchLeads
{
    /// <param name="Text">What is searched for.</param>
    /// <param name="From">First moment.</param>
    /// <param name="To">The moment after the last.</param>
    public sealed record Filter(string? Text, DateTimeOffset? From, DateTimeOffset? To);

    public static IQueryable<Lead> Matching(Filter filter, FilingDb db, RosterIndex.Snapshot roster, Caller caller)
    {
        var leads = db.Leads.AsNoTracking().VisibleTo(caller);
        if (filter.From is { } from)
        {
            leads = leads.Where(lead => lead.RaisedAt >= from);
        }

        if (filter.To is { } to)
        {
            leads = leads.Where(lead => lead.RaisedAt < to);
        }

        foreach (var word in SearchWords.Of(filter.Text))
        {
            var (text, number, firms, plate) = (word.Text, word.Number, roster.FirmsNamed(word), word.Plate ?? word.Text);
            leads = leads.Where(lead =>
                lead.Id.Contains(text)
                || lead.Of.Contains(number)
                || (lead.Plate != null && lead.Plate.Contains(plate))
                || db.Trucks.Any(truck => truck.Plate == lead.Plate && firms.Contains(truck.Owner))
            );
        }

        return leads;
    }

    /// <summary>The sightings of a run, the newest first.</summary>
    public static async Task<IReadOnlyList<SightingRow>> SightingsOf(this FilingDb db, Guid run, CancellationToken cancel)
    {
        var rows = await db
            .Sightings.AsNoTracking()
            .Where(row => db.RunSightings.Any(member => member.RunId == run && member.IsMember && member.SightingId == row.Id))
            .ToListAsync(cancel);
        return [.. rows.OrderByDescending(row => row.At).ThenBy(row => row.Id, StringComparer.Ordinal)];
    }
}
