using System.Text.Json;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Register;
using FilingApi.Web;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace FilingApi.Pages.Filings;

/// <summary>
/// A new filing, one filed again, a draft gone on with, or a returned one corrected: typed on one page, looked at once more, then
/// sent.
/// </summary>
public sealed partial class NewModel(FilingDb db, WriteSession session, RosterIndex roster, RegisterClock clock) : DeskPage
{
    [BindProperty]
    public FilingForm F { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    /// <summary>Everything is there to be looked at before it is sent.</summary>
    public bool IsCheck { get; private set; }
    public FilingRequest? Asked { get; private set; }
    public IReadOnlyList<Conflict> Conflicts { get; private set; } = [];
    public IReadOnlyList<Plant> Plants => [.. roster.Now.Plants.Values.OrderBy(plant => plant.Code, StringComparer.Ordinal)];
    public string FormKey { get; private set; } = NewKey();
    public string Address => Number is null ? "/filings/new" : $"/filings/{Number}/edit";

    /// <summary>What is wrong at a field or group, by its id.</summary>
    public string? WrongAt(string id) =>
        string.Join(" ", Faults.Where(fault => FilingFaults.IdOf(fault.Pointer) == id).Select(fault => fault.Sentence))
            is { Length: > 0 } said
            ? said
            : null;

    public string? Invalid(string id) => WrongAt(id) is null ? null : "true";

    public string? Describes(string id, string? hint = null) =>
        string.Join(' ', new[] { WrongAt(id) is null ? null : $"{id}-error", hint }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    /// <summary>The station sent it back because of this group of fields.</summary>
    public bool IsDefect(string id) => Defects.Any(defect => ReturnReasons.FieldOf(defect) == id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LoadEarlier(cancel);
        if (Number is not null)
        {
            if (Earlier.GetValueOrDefault(Number) is not { } filing || !FilingMoves.Allows(filing.StatusAt(clock.Now), FilingAct.Edit))
            {
                return NotFound();
            }

            (F, Version) = (FilingForm.Of(filing.ProposedBody, filing.Number), $"{filing.Version}");
            await TakeTyped(cancel);
        }
        else if (From is not null)
        {
            if (Earlier.GetValueOrDefault(From) is not { } filing)
            {
                return NotFound();
            }

            F = Again(filing);
            return await ShowCheck(cancel);
        }
        else if (Earlier.Values.MaxBy(filing => filing.CreatedAt) is { } latest)
        {
            var known = FilingForm.Of(latest.ProposedBody, latest.Number);
            F = new FilingForm
            {
                Kind = known.Kind,
                Trips = "1",
                Place = Places.Count > 0 ? null : FilingForm.NewPlace,
                ContactName = known.ContactName,
                ContactPhone = known.ContactPhone,
                Day = Format.DayOf(clock.Now).AddDays(1),
            };
        }
        else
        {
            F = new FilingForm
            {
                Trips = "1",
                Place = FilingForm.NewPlace,
                Day = Format.DayOf(clock.Now).AddDays(1),
            };
        }

        if (From is null && Number is null)
        {
            await TakeTyped(cancel);
        }

        return Page();
    }

    /// <summary>What was kept as it was typed is not wanted any more.</summary>
    public async Task<IActionResult> OnPostDropAsync(CancellationToken cancel)
    {
        await session.KeepTyped(Caller, Number ?? TypedRow.NoNumber, null, cancel);
        return Redirect(Address);
    }

    /// <summary>The summary beside the form, made anew while it is typed.</summary>
    public async Task<IActionResult> OnPostHintAsync(CancellationToken cancel)
    {
        await LoadEarlier(cancel);
        await ReadForm(cancel);
        Faults = [];
        return Partial("_Summary", this);
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancel)
    {
        await LoadEarlier(cancel);
        return await ShowCheck(cancel);
    }

    /// <summary>Back from looking to typing; nothing is lost.</summary>
    public async Task<IActionResult> OnPostChangeAsync(CancellationToken cancel)
    {
        await LoadEarlier(cancel);
        FormKey = Key ?? FormKey;
        return Page();
    }

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken cancel) => Send(submit: true, cancel);

    public Task<IActionResult> OnPostDraftAsync(CancellationToken cancel) => Send(submit: false, cancel);

    private async Task<IActionResult> Send(bool submit, CancellationToken cancel)
    {
        await LoadEarlier(cancel);
        await ReadForm(cancel);
        var request = Asked is { } asked && HasTheShape(asked) ? asked : null;
        if (request is null && !submit)
        {
            await session.KeepTyped(Caller, Number ?? TypedRow.NoNumber, JsonSerializer.Serialize(F), cancel);
            Done(Words["new.kept.typed"]);
            return Redirect(Address);
        }

        if (request is not null)
        {
            var number = Number is null
                ? await File(request with { Submit = submit }, cancel)
                : await Correct(Number, request, submit, cancel);
            if (number is not null)
            {
                Sends("|typed");
                await session.KeepTyped(Caller, Number ?? TypedRow.NoNumber, null, cancel);
                Done(
                    !submit ? Words["new.kept", number]
                    : LateAnswer is { } due ? Words["new.done.late", number, Format.Moment(due), Format.Moment(request.From)]
                    : Words["new.done", number]
                );
                return submit ? Redirect($"/filings/{number}") : Redirect("/filings?tab=todo");
            }
        }

        Faults = FilingFaults.InPageOrder(Faults);
        return Page();
    }

    /// <summary>The same shape as the API's, each fault said as what is to be done at its field.</summary>
    private bool HasTheShape(FilingRequest request)
    {
        var result = HttpContext.RequestServices.GetRequiredService<IValidator<FilingRequest>>().Validate(request);
        Faults = [.. Shape.Refusals(result).Select(refusal => FilingFaults.Of(refusal, Words))];
        return Faults.Count == 0;
    }

    private async Task<string?> File(FilingRequest request, CancellationToken cancel)
    {
        Sends(request.Submit ? "|submit" : "|draft");
        var answer = await SubmitFiling.File(request, session, Caller, roster, cancel);
        if (answer.Problem?.Code == Refusals.KeyReused.Code)
        {
            Faults = [new Fault(null, Words["new.already"])];
            return null;
        }

        return Took<SubmitFiling.FilingReceipt>(answer)?.Number;
    }

    private async Task<string?> Correct(string number, FilingRequest request, bool submit, CancellationToken cancel)
    {
        Sends("|edit");
        if (Took<FilingView>(await EditFiling.Handle(number, request, session, Caller, cancel)) is not { } edited)
        {
            return null;
        }

        Version = $"{edited.Version}";
        if (!submit)
        {
            return number;
        }

        Sends("|submit");
        return Took<FilingView>(await SubmitFiling.SubmitAgain(number, session, Caller, roster, cancel))?.Number;
    }

    private async Task<IActionResult> ShowCheck(CancellationToken cancel)
    {
        await ReadForm(cancel);
        IsCheck = Asked is not null && HasTheShape(Asked);
        Faults = FilingFaults.InPageOrder(Faults);
        return Page();
    }

    private async Task ReadForm(CancellationToken cancel)
    {
        (Asked, Faults) = F.Read(new FilingForm.Known(Earlier, roster.Now, Spots, Box), Words);
        var (from, to) = F.Window();
        if (Asked is not { } request || from is null || to is null || !request.Site.Point.IsPlausible)
        {
            return;
        }

        var conflicts = new List<Conflict>();
        foreach (var truck in request.Trucks)
        {
            conflicts.AddRange(await db.ConflictsOf(truck.Key, from.Value, to.Value, [request.ToBody().Site.Point], Number ?? "", cancel));
        }

        Conflicts = conflicts;
    }

    /// <summary>The same on the next day that its hours have not passed on.</summary>
    private FilingForm Again(Filing filing)
    {
        var form = FilingForm.Of(filing.ProposedBody, filing.Number);
        form.Day = Format.DayOf(clock.Now).AddDays(1);
        (form.Emergency, form.Note) = (false, filing.ProposedBody.Emergency ? null : form.Note);
        return form;
    }
}
