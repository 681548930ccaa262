using System.Globalization;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Trips;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Pages;

/// <summary>
/// The plant's gate: what comes, and for a plate its open trips, to be received or turned away; or a load that came without a trip.
/// </summary>
public sealed class GateModel(FilingDb db, WriteSession session, RosterIndex roster, RegisterClock clock) : DeskPage
{
    private const int LeastDigits = 3;
    public static readonly string[] Reasons = ["kind", "quality", "full", "papers"];

    [BindProperty(SupportsGet = true)]
    public string? Plate { get; set; }

    [BindProperty]
    public string? M3 { get; set; }

    [BindProperty]
    public string? Gross { get; set; }

    [BindProperty]
    public string? Tare { get; set; }

    [BindProperty]
    public string? Trip { get; set; }

    public ReadGate.View View { get; private set; } = new([], [], []);
    public IReadOnlyList<TripView> Open { get; private set; } = [];
    public bool IsAsked => !string.IsNullOrWhiteSpace(Plate);
    public bool IsPlate { get; private set; }

    /// <summary>The plates that end with what was typed, where it is several.</summary>
    public IReadOnlyList<string> Alike { get; private set; } = [];
    public IReadOnlyList<ReadGate.NotLoaded> NotLoaded { get; private set; } = [];
    public string Asked { get; private set; } = "";
    public string PlantCode => Caller.Organisation;

    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    public async Task<IActionResult> OnPostReceiveAsync(CancellationToken cancel)
    {
        var (m3, gross, tare, ok) = Amounts();
        var request = new ReceiveTrip.Request
        {
            Plate = Plate ?? "",
            Plant = PlantCode,
            M3 = m3,
            Gross = gross,
            Tare = tare,
        };
        if (ok && HasShape(request))
        {
            Sends();
            if (Took<TripView>(await ReceiveTrip.Handle(Trip ?? "", request, session, Caller, cancel)) is { } trip)
            {
                return Finished(Words["gate.received", trip.Id, Format.Amount(m3)]);
            }
        }

        return await Again(cancel);
    }

    public async Task<IActionResult> OnPostRejectAsync(string? reason, string? other, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(other) && !Reasons.Contains(reason))
        {
            Faults = [new Fault("/reason", Words["gate.reason.choose"])];
            return await Again(cancel);
        }

        var request = new RejectTrip.Request { Reason = string.IsNullOrWhiteSpace(other) ? Words[$"gate.reason.{reason}"] : other.Trim() };
        if (HasShape(request))
        {
            Sends();
            if (Took<TripView>(await RejectTrip.Handle(Trip ?? "", request, session, Caller, cancel)) is { } trip)
            {
                return Finished(Words["gate.rejected", trip.Id]);
            }
        }

        return await Again(cancel);
    }

    /// <summary>A receipt that was written down wrong.</summary>
    public async Task<IActionResult> OnPostCorrectAsync(string? reason, CancellationToken cancel)
    {
        var (m3, gross, tare, ok) = Amounts();
        if (ok && string.IsNullOrWhiteSpace(reason))
        {
            Faults = [new Fault("/reason", Words["gate.correct.why"])];
            return await Again(cancel);
        }

        var request = new CorrectTrip.Request
        {
            M3 = m3,
            Gross = gross,
            Tare = tare,
            Reason = reason?.Trim() ?? "",
        };
        if (ok && HasShape(request))
        {
            Sends();
            if (Took<TripView>(await CorrectTrip.Handle(Trip ?? "", request, session, Caller, cancel)) is { } trip)
            {
                return Finished(Words["gate.corrected", trip.Id, Format.Amount(m3)]);
            }
        }

        return await Again(cancel);
    }

    public async Task<IActionResult> OnPostArriveAsync(string? colour, CancellationToken cancel)
    {
        var (m3, gross, tare, ok) = Amounts();
        var request = new ReceiveArrival.Request
        {
            Plate = Plate ?? "",
            Plant = PlantCode,
            M3 = m3,
            Gross = gross,
            Tare = tare,
            Colour = WireName<PlateColour>.TryParse(colour, out var known) ? known : null,
        };
        if (ok && HasShape(request))
        {
            Sends();
            if (
                Took<ReceiveArrival.ArrivalView>(await ReceiveArrival.Handle(request, session, Caller, roster, clock, cancel)) is
                { } arrival
            )
            {
                return Finished(Words["gate.arrived", arrival.Number, Format.Plate(arrival.Plate)]);
            }
        }

        return await Again(cancel);
    }

    private RedirectResult Finished(string sentence)
    {
        Done(sentence);
        return Redirect("/gate");
    }

    private async Task<IActionResult> Again(CancellationToken cancel)
    {
        await Load(cancel);
        return Page();
    }

    /// <summary>What was typed as numbers; what is no number is said, each with its field.</summary>
    private (decimal M3, int? Gross, int? Tare, bool Ok) Amounts()
    {
        var faults = new List<Fault>();
        if (!decimal.TryParse(M3, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var m3))
        {
            faults.Add(new Fault("/m3", Words["missing", Words["field.amount"]]));
        }

        int? Weight(string? text, string pointer)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return null;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var kg))
            {
                return kg;
            }

            faults.Add(new Fault(pointer, Words["gate.kg"]));
            return null;
        }

        var (gross, tare) = (Weight(Gross, "/gross"), Weight(Tare, "/tare"));
        if (faults.Count > 0)
        {
            Faults = faults;
        }

        return (m3, gross, tare, faults.Count == 0);
    }

    private async Task Load(CancellationToken cancel)
    {
        View = await ReadGate.Find(PlantCode, db, clock.Now, cancel);
        if (!IsAsked)
        {
            return;
        }

        Asked = Shape.Shorten(Plate!.Trim());
        IsPlate = Contracts.Register.Plate.TryParse(Plate, out var plate);
        if (!IsPlate)
        {
            var part = Contracts.Register.Plate.Normalise(Plate) ?? "";
            Alike = part.Length >= LeastDigits ? await ReadGate.PlatesEndingWith(part, db, cancel) : [];
            if (Alike.Count != 1)
            {
                return;
            }

            (Plate, Alike, IsPlate) = (Alike[0], [], Contracts.Register.Plate.TryParse(Alike[0], out plate));
        }

        Asked = plate.Display;
        var value = plate.Value;
        Open =
        [
            .. (
                await db
                    .Trips.AsNoTracking()
                    .Where(trip => trip.Plate == value && trip.State == TripState.Loaded)
                    .OrderBy(trip => trip.LoadedAt)
                    .ThenBy(trip => trip.Id)
                    .ToListAsync(cancel)
            ).Select(TripView.Of),
        ];
        NotLoaded = Open.Count > 0 ? [] : await ReadGate.NotLoadedOf(value, db, clock.Now, cancel);
    }
}
