using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Pages.Filings;

/// <summary>
/// A new filing, one filed again, a draft gone on with, or a returned one corrected: typed on one page, looked at once more, then
/// sent.
/// </summary>
public sealed class NewModel(FilingDb db, WriteSession session, RosterIndex roster, RegisterClock clock) : DeskPage
{
    private const int EarlierLooked = 40;
    private const int PlacesShown = 6;
    private const int TrucksShown = 24;

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
    public IReadOnlyList<string> Defects { get; private set; } = [];
    public IReadOnlyList<Filing> Places { get; private set; } = [];
    public IReadOnlyList<Truck> Trucks { get; private set; } = [];
    public IReadOnlyList<Plant> Plants => [.. roster.Now.Plants.Values.OrderBy(plant => plant.Code, StringComparer.Ordinal)];
    public string FormKey { get; private set; } = NewKey();
    public string Address => Number is null ? "/filings/new" : $"/filings/{Number}/edit";
    private IReadOnlyDictionary<string, Filing> Earlier { get; set; } = new Dictionary<string, Filing>();

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
                Source = latest.Number,
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

        return Page();
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
        if (Asked is { } request && HasShape(request))
        {
            var number = Number is null
                ? await File(request with { Submit = submit }, cancel)
                : await Correct(Number, request, submit, cancel);
            if (number is not null)
            {
                Done(Words[submit ? "new.done" : "new.kept", number]);
                return submit ? Redirect($"/filings/{number}") : Redirect("/filings?tab=todo");
            }
        }

        return Page();
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
        IsCheck = Asked is not null && HasShape(Asked);
        return Page();
    }

    private async Task ReadForm(CancellationToken cancel)
    {
        (Asked, Faults) = F.Read(Earlier, roster.Now, Words);
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

    private async Task LoadEarlier(CancellationToken cancel)
    {
        string?[] named = [Number, From, F.Place, F.Source];
        var mine = await db
            .Filings.AsNoTracking()
            .VisibleTo(Caller)
            .OrderByDescending(filing => filing.CreatedAt)
            .Take(EarlierLooked)
            .ToListAsync(cancel);
        var more = await db.Filings.AsNoTracking().VisibleTo(Caller).Where(filing => named.Contains(filing.Number)).ToListAsync(cancel);
        Earlier = mine.Concat(more).DistinctBy(filing => filing.Number).ToDictionary(filing => filing.Number, StringComparer.Ordinal);
        Places = [.. mine.DistinctBy(filing => filing.ProposedBody.Site.Name).Take(PlacesShown)];
        if (Number is not null && Earlier.GetValueOrDefault(Number) is { } own)
        {
            if (Places.All(place => place.Number != Number))
            {
                Places = [own, .. Places.Where(place => place.ProposedBody.Site.Name != own.ProposedBody.Site.Name)];
            }

            if (own.Status == FilingStatus.Returned)
            {
                var timeline = await db.TimelineOf(own, cancel);
                Defects = timeline.LastOrDefault(entry => entry.Act == FilingAct.Return.Wire())?.Detail?.Defects ?? [];
            }
        }

        // Trucks used before come first, then the town's others.
        var used = mine.SelectMany(filing => filing.ProposedBody.Trucks)
            .Select(truck => truck.Key)
            .Distinct()
            .Select(key => roster.Now.Truck(key))
            .OfType<Truck>()
            .ToList();
        var others = await db.Trucks.AsNoTracking().OrderBy(truck => truck.Plate).Take(TrucksShown).ToListAsync(cancel);
        Trucks = [.. used.Concat(others).DistinctBy(truck => truck.Key).Take(TrucksShown)];
    }
}
