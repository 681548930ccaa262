using System.Globalization;
using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Map;
using FilingApi.Register;

namespace FilingApi.Pages;

public sealed partial class FilingForm
{
    /// <param name="Earlier">The enterprise's own filings, by number: their places may be meant.</param>
    /// <param name="Roster">Knows a plate's colour.</param>
    /// <param name="Places">The town's list.</param>
    /// <param name="Box">Where the town lies; null where nothing is known of it.</param>
    public sealed record Known(
        IReadOnlyDictionary<string, Filing> Earlier,
        RosterIndex.Snapshot Roster,
        IReadOnlyList<Place> Places,
        TownBox? Box
    );

    public (FilingRequest? Request, IReadOnlyList<Fault> Faults) Read(Known known, Words words)
    {
        var faults = new List<Fault>();
        void Lacks(string pointer) => faults.Add(FilingFaults.Lacking(pointer, words));
        T? Need<T>(T? value, string pointer)
            where T : struct
        {
            if (value is null)
            {
                Lacks(pointer);
            }

            return value;
        }

        var site = Site(known, words, faults);
        var kind = Need(WireName<WasteKind>.TryParse(Kind, out var waste) ? waste : (WasteKind?)null, "/kind");
        var m3 = Need(
            decimal.TryParse(M3, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : (decimal?)null,
            "/m3"
        );
        var trips = Need(
            int.TryParse(Trips, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : (int?)null,
            "/trips"
        );
        var (from, to) = Window();
        if (Day is null)
        {
            Lacks("/from");
        }
        else if (from is null || to is null)
        {
            Lacks("/slot");
        }

        var trucks = TrucksOf(known.Roster, words, faults);
        if (string.IsNullOrWhiteSpace(Plant))
        {
            Lacks("/plant");
        }

        if (string.IsNullOrWhiteSpace(ContactName))
        {
            Lacks("/contact/name");
        }

        if (string.IsNullOrWhiteSpace(ContactPhone))
        {
            Lacks("/contact/phone");
        }

        // The API leaves the reason open; a person is asked for it, because somebody is called out.
        if (Emergency && string.IsNullOrWhiteSpace(Note))
        {
            faults.Add(new Fault("/note", words["emergency.why"]));
        }

        if (faults.Count > 0)
        {
            return (null, faults);
        }

        return (
            new FilingRequest
            {
                Kind = kind!.Value,
                Site = site!,
                From = from!.Value,
                To = to!.Value,
                M3 = m3!.Value,
                Trips = trips!.Value,
                Emergency = Emergency,
                ConfinedSpace = Confined,
                Trucks = trucks,
                Plant = Plant!.Trim(),
                Agreement = Text(Agreement),
                Contact = new Contact(ContactName!.Trim(), ContactPhone!.Trim()),
                Note = Text(Note),
            },
            faults
        );
    }

    private FilingSite? Site(Known known, Words words, List<Fault> faults)
    {
        if (Place is not null && Place != NewPlace && known.Earlier.GetValueOrDefault(Place) is { } used)
        {
            return used.ProposedBody.Site;
        }

        if (Place != NewPlace)
        {
            faults.Add(FilingFaults.Lacking("/site", words));
            return null;
        }

        if (string.IsNullOrWhiteSpace(Name))
        {
            faults.Add(FilingFaults.Lacking("/site/name", words));
        }

        var spot = known.Places.FirstOrDefault(place => place.Name == Spot);
        if (PointOf(spot) is not { } point)
        {
            faults.Add(
                string.IsNullOrWhiteSpace(Point)
                    ? FilingFaults.Lacking("/site/point", words)
                    : new Fault("/site/point", words["site.point.wrong"])
            );
            return null;
        }

        if (!Far && point.IsPlausible && known.Box?.FarKm(point) is { } km)
        {
            faults.Add(new Fault("/site/far", words["site.far.wrong", km.ToString("#,0", CultureInfo.InvariantCulture)]));
        }

        return new FilingSite
        {
            Name = Name?.Trim() ?? "",
            Address = Text(Address),
            Village = Text(Village) ?? (spot is { Kind: PlaceKind.Village } ? spot.Name : null),
            Point = point,
        };
    }

    /// <summary>What was pasted, or the centre of the chosen place.</summary>
    private GeoPoint? PointOf(Place? spot) =>
        string.IsNullOrWhiteSpace(Point) ? spot?.Point
        : PointText.Read(Point, WireName<MapDatum>.TryParse(Datum, out var datum) ? datum : null) is { } read
            ? new GeoPoint(Math.Round(read.Lat, 7), Math.Round(read.Lon, 7))
        : null;

    private List<TruckRef> TrucksOf(RosterIndex.Snapshot roster, Words words, List<Fault> faults)
    {
        var trucks = Trucks
            .Select(text => text.Split('|'))
            .Where(parts => parts.Length == 2 && WireName<PlateColour>.TryParse(parts[1], out _))
            .Select(parts => new TruckRef(parts[0], WireName<PlateColour>.Parse(parts[1])))
            .ToList();
        if (!string.IsNullOrWhiteSpace(OtherPlate))
        {
            var known = Contracts.Register.Plate.TryParse(OtherPlate, out var plate) ? roster.TrucksOf(plate.Value) : [];
            if (known.Count == 0)
            {
                faults.Add(new Fault("/trucks/other", words["trucks.unknown", Web.Shape.Shorten(OtherPlate.Trim())]));
            }

            trucks.AddRange(known.Take(1).Select(truck => new TruckRef(truck.Plate, truck.Colour)).Where(truck => !trucks.Contains(truck)));
        }
        else if (trucks.Count == 0)
        {
            faults.Add(FilingFaults.Lacking("/trucks", words));
        }

        return trucks;
    }

    private static string? Text(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim();
}
