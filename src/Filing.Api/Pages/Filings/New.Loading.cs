using System.Globalization;
using System.Text.Json;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Map;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Pages.Filings;

/// <summary>What the form offers: earlier places, the town's list, trucks, and what was typed on another day.</summary>
public sealed partial class NewModel
{
    private const int EarlierLooked = 40;
    private const int PlacesShown = 6;
    private const int TrucksShown = 24;

    public IReadOnlyList<string> Defects { get; private set; } = [];
    public IReadOnlyList<Filing> Places { get; private set; } = [];
    public IReadOnlyList<Truck> Trucks { get; private set; } = [];

    /// <summary>The town's villages, parks and roads.</summary>
    public IReadOnlyList<Place> Spots { get; private set; } = [];
    public TownBox? Box { get; private set; }

    /// <summary>The form as it was typed on another day, incomplete.</summary>
    public bool IsKept { get; private set; }

    /// <summary>South, west, north, east.</summary>
    public string? BoxText => Box is null ? null : string.Join(',', new[] { Box.South, Box.West, Box.North, Box.East }.Select(Number7));

    public string Number7(double value) => value.ToString("0.#######", CultureInfo.InvariantCulture);

    public string Town => roster.Now.Organisations.GetValueOrDefault(Caller.Organisation)?.Town ?? "";

    /// <summary>The moment of the answer lies after the beginning of the work; null where it does not, or nothing is known yet.</summary>
    public DateTimeOffset? LateAnswer
    {
        get
        {
            var due = F.Emergency ? null : roster.Now.WorkingDays.DueAt(clock.Now, emergency: false);
            return due is not null && F.Window().From is { } begins && begins < due ? due : null;
        }
    }
    private IReadOnlyDictionary<string, Filing> Earlier { get; set; } = new Dictionary<string, Filing>();

    private async Task TakeTyped(CancellationToken cancel)
    {
        if (await db.TypedBy(Caller, Number ?? TypedRow.NoNumber, cancel) is { } typed)
        {
            (F, IsKept) = (JsonSerializer.Deserialize<FilingForm>(typed.Form) ?? F, true);
        }
    }

    private async Task LoadEarlier(CancellationToken cancel)
    {
        string?[] named = [Number, From, F.Place];
        var mine = await db
            .Filings.AsNoTracking()
            .VisibleTo(Caller)
            .OrderByDescending(filing => filing.CreatedAt)
            .Take(EarlierLooked)
            .ToListAsync(cancel);
        var more = await db.Filings.AsNoTracking().VisibleTo(Caller).Where(filing => named.Contains(filing.Number)).ToListAsync(cancel);
        Earlier = mine.Concat(more).DistinctBy(filing => filing.Number).ToDictionary(filing => filing.Number, StringComparer.Ordinal);
        Spots = await db
            .Places.AsNoTracking()
            .Where(place => place.Town == Town)
            .OrderBy(place => place.Kind)
            .ThenBy(place => place.Name)
            .ToListAsync(cancel);
        Box = await TownBox.Of(db, Town, cancel);
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
