using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Leads;
using FilingApi.Register;
using Microsoft.AspNetCore.Mvc;

namespace FilingApi.Pages.Leads;

/// <summary>A lead of its own: what it is about, what was done, and of a run the sightings on a line of time.</summary>
public sealed class LeadModel(FilingDb db, RegisterClock clock) : DeskPage
{
    public LeadView Lead { get; private set; } = null!;
    public LeadRun? Run { get; private set; }
    public RunStatus RunStatus { get; private set; }
    public IReadOnlyList<SightingRow> Sightings { get; private set; } = [];

    /// <summary>By the lead's id, or by that of its run.</summary>
    public async Task<IActionResult> OnGetAsync(string? id, Guid? run, CancellationToken cancel)
    {
        var key = run is { } of ? Domain.Lead.IdOf(LeadKind.UnregisteredRun, of.ToString()) : id ?? "";
        if (await db.LeadFor(Caller, key, cancel) is not { } lead)
        {
            return NotFound();
        }

        Lead = await LeadView.Of(lead, db, Caller, clock.Now, cancel);
        (Run, RunStatus) = (lead.Run, lead.RunStatus);
        Sightings = lead.Run is { } known ? await db.SightingsOf(known.Id, cancel) : [];
        return Page();
    }
}
