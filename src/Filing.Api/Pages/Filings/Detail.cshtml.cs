using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Features.Trips;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.AspNetCore.Mvc;

namespace FilingApi.Pages.Filings;

/// <summary>
/// The one page of a filing, for everybody who may read it: where it stands, its receipt, its trips, and what the one who looks can still
/// do with it.
/// </summary>
public sealed class DetailModel(
    FilingDb db,
    WriteSession session,
    RosterIndex roster,
    RegisterClock clock,
    RegisterReader register,
    UseCases useCases
) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    public FilingView Filing { get; private set; } = null!;
    public bool HasReceipt => Filing.Status is FilingStatus.Recorded or FilingStatus.Completed or FilingStatus.Expired;
    public IReadOnlyList<string> Defects =>
        Filing.Status == FilingStatus.Returned
            ? Filing.Timeline.LastOrDefault(entry => entry.Act == FilingAct.Return.Wire())?.Detail?.Defects ?? []
            : [];
    public string? Reason => Filing.Status is FilingStatus.Refused or FilingStatus.Revoked ? Filing.Timeline[^1].Detail?.Reason : null;

    public ReadFilings.FilingRow Row =>
        new(
            Filing.Number,
            Filing.Status,
            Filing.Version,
            Filing.Town,
            Filing.Enterprise,
            Filing.Kind,
            Filing.Site.Name,
            Filing.From,
            Filing.To,
            Filing.M3,
            Filing.TripCount,
            Filing.Emergency,
            Filing.Trucks,
            Filing.Plant,
            Filing.SubmittedAt,
            Filing.DueAt,
            Filing.Overdue
        );

    /// <summary>Who decides it, and is called where it cannot wait.</summary>
    public Organisation? Station => roster.Now.Office("station", Filing.Town);

    public bool HearsOfEmergencies => useCases.Allows("ListReviews", Caller.Role);

    public bool IsOwn => Caller.Role == Role.Enterprise;

    /// <summary>What the filing's state and the account's role allow.</summary>
    public bool May(FilingAct act, string useCase) => FilingMoves.Allows(Filing.Status, act) && useCases.Allows(useCase, Caller.Role);

    public bool MayDecide => Filing.Status == FilingStatus.Submitted && useCases.Allows(nameof(RecordFiling), Caller.Role);

    /// <summary>Who did the last thing to it, and when.</summary>
    public string? WhoDid => LastAct.Of(Filing.Timeline, clock.Now) is { } last ? Caller.Say(last) : null;

    public ReadCorrections.Corrections? Corrections { get; private set; }

    /// <summary>In plain text, once somebody has said what it is needed for.</summary>
    public Contact? Contact { get; private set; }

    /// <summary>True while the filing's own history lets its trucks load (R11): all of them or none.</summary>
    public bool LetsLoad { get; private set; }

    public bool MayLoad(TripView trip) => trip.State == TripState.Planned && LetsLoad && useCases.Allows(nameof(LoadTrip), Caller.Role);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Load(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        if (!useCases.Allows(nameof(WithdrawFiling), Caller.Role))
        {
            return Forbid();
        }

        Sends();
        if (Took<FilingView>(await WithdrawFiling.Handle(Number, session, Caller, cancel)) is null)
        {
            return await Load(cancel) ? Page() : NotFound();
        }

        Done(Words["detail.withdrawn", Number]);
        return Redirect($"/filings/{Number}");
    }

    public async Task<IActionResult> OnPostRevokeAsync(string? reason, CancellationToken cancel)
    {
        var request = new RevokeFiling.Request { Reason = reason?.Trim() ?? "" };
        if (!useCases.Allows(nameof(RevokeFiling), Caller.Role))
        {
            return Forbid();
        }

        if (HasShape(request))
        {
            Sends();
            if (Took<FilingView>(await RevokeFiling.Handle(Number, request, session, Caller, cancel)) is not null)
            {
                Done(Words["detail.revoked", Number]);
                return Redirect($"/filings/{Number}");
            }
        }

        return await Load(cancel) ? Page() : NotFound();
    }

    /// <summary>Shown in this answer alone; the reason is kept.</summary>
    public async Task<IActionResult> OnPostContactAsync(string? reason, CancellationToken cancel)
    {
        var request = new ShowContact.Request { Reason = reason?.Trim() ?? "" };
        if (HasShape(request))
        {
            Contact = Took<Contact>(await ShowContact.Handle(Number, request, Response, session, Caller, cancel));
        }

        if (IsAskedByScript)
        {
            var words = Contact is { } shown ? $"{shown.Name} {shown.Phone}" : string.Join(" ", Faults.Select(fault => fault.Sentence));
            return new JsonResult(new { ok = Contact is not null, sentence = words });
        }

        return await Load(cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostLoadAsync(string trip, string? truck, string? m3, CancellationToken cancel)
    {
        if (!useCases.Allows(nameof(LoadTrip), Caller.Role))
        {
            return Forbid();
        }

        var request = new LoadTrip.Request
        {
            Plate = truck ?? "",
            M3 = decimal.TryParse(m3, System.Globalization.NumberStyles.AllowDecimalPoint, null, out var amount) ? amount : 0,
        };
        if (HasShape(request))
        {
            Sends();
            if (Took<TripView>(await LoadTrip.Handle(trip, request, session, Caller, roster, cancel)) is not null)
            {
                Done(Words["detail.loaded", Format.Plate(request.Plate)]);
                return Redirect($"/filings/{Number}");
            }
        }

        return await Load(cancel) ? Page() : NotFound();
    }

    private async Task<bool> Load(CancellationToken cancel)
    {
        if ((await ReadFilings.One(Number, db, Caller, clock, cancel)).Read<FilingView>() is not { } filing)
        {
            return false;
        }

        Filing = filing;
        Corrections = filing.Status == FilingStatus.Submitted ? await ReadCorrections.Of(Number, db, cancel) : null;
        if (filing.Trips.Any(trip => trip.State == TripState.Planned))
        {
            var (history, now) = await register.Own(Number, cancel);
            LetsLoad = Judge.MayLoad(history, filing.Trucks[0].Key, now);
        }

        return true;
    }
}
