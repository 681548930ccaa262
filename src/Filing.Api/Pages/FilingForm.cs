using System.Globalization;
using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Register;

namespace FilingApi.Pages;

/// <summary>
/// A filing as it is typed: days and slots instead of instants, a place used before instead of a point. Becomes the API's own
/// request, or says what is missing.
/// </summary>
public sealed class FilingForm
{
    public const string NewPlace = "new";
    public const string OwnTime = "own";

    /// <summary>From and to of the usual slots.</summary>
    public static readonly IReadOnlyDictionary<string, (string From, string To)> Slots = new Dictionary<string, (string, string)>
    {
        ["morning"] = ("08:00", "12:00"),
        ["afternoon"] = ("13:00", "17:30"),
        ["evening"] = ("18:00", "22:00"),
        ["day"] = ("07:00", "19:00"),
    };

    /// <summary>Number of a filing whose place is meant, or <see cref="NewPlace"/>.</summary>
    public string? Place { get; set; }
    public string? Name { get; set; }
    public string? Address { get; set; }
    public string? Village { get; set; }

    /// <summary>Latitude and longitude as a map application copies them.</summary>
    public string? Point { get; set; }
    public string? Datum { get; set; }
    public string? Kind { get; set; }

    /// <summary>Each <c>plate|colour</c>. A list that can be added to: the binder fills what it finds.</summary>
    public IReadOnlyList<string> Trucks { get; set; } = new List<string>();
    public string? OtherPlate { get; set; }
    public string? M3 { get; set; }
    public string? Trips { get; set; }
    public DateOnly? Day { get; set; }
    public string? Slot { get; set; }
    public string? OwnFrom { get; set; }
    public string? OwnTo { get; set; }

    /// <summary>Days after the first on which an own time ends.</summary>
    public int LaterDays { get; set; }
    public string? Plant { get; set; }
    public string? Agreement { get; set; }
    public string? ContactName { get; set; }
    public string? ContactPhone { get; set; }
    public bool Emergency { get; set; }
    public bool Confined { get; set; }
    public string? Note { get; set; }

    /// <summary>The filing whose contact stands masked in this form.</summary>
    public string? Source { get; set; }

    /// <summary>Of the form's part that a JSON pointer speaks of: its id on the page.</summary>
    public static string? FieldOf(string? pointer) =>
        pointer?.Split('/').ElementAtOrDefault(1) switch
        {
            "from" or "to" => "time",
            "m3" or "trips" => "amount",
            "gross" or "tare" or "net" => "weights",
            "kind" or "site" or "trucks" or "plant" or "agreement" or "contact" or "note" or "plate" or "reason" => pointer.Split('/')[1],
            _ => null,
        };

    public static FilingForm Of(FilingBody body, string number) =>
        new()
        {
            Place = number,
            Name = body.Site.Name,
            Address = body.Site.Address,
            Village = body.Site.Village,
            Point = string.Create(CultureInfo.InvariantCulture, $"{body.Site.Point.Lat}, {body.Site.Point.Lon}"),
            Kind = body.Kind.Wire(),
            Trucks = [.. body.Trucks.Select(truck => $"{truck.Plate}|{truck.Colour.Wire()}")],
            M3 = body.M3.ToString("0.###", CultureInfo.InvariantCulture),
            Trips = body.Trips.ToString(CultureInfo.InvariantCulture),
            Day = Format.DayOf(body.From),
            Slot = SlotOf(body),
            OwnFrom = Format.Time(body.From),
            OwnTo = Format.Time(body.To),
            LaterDays = Format.DayOf(body.To).DayNumber - Format.DayOf(body.From).DayNumber,
            Plant = body.Plant,
            Agreement = body.Agreement,
            ContactName = body.Contact.Masked().Name,
            ContactPhone = body.Contact.Masked().Phone,
            Emergency = body.Emergency,
            Confined = body.ConfinedSpace,
            Note = body.Note,
            Source = number,
        };

    /// <param name="earlier">The enterprise's own filings, by number: their places and contacts may be meant.</param>
    /// <param name="roster">Knows a plate's colour.</param>
    /// <param name="words">Name the fields.</param>
    public (FilingRequest? Request, IReadOnlyList<Fault> Faults) Read(
        IReadOnlyDictionary<string, Filing> earlier,
        RosterIndex.Snapshot roster,
        Words words
    )
    {
        var faults = new List<Fault>();
        T? Need<T>(T? value, string pointer, string field)
            where T : struct
        {
            if (value is null)
            {
                faults.Add(Missing(pointer, field, words));
            }

            return value;
        }

        var site = Site(earlier, words, faults);
        var kind = Need(WireName<WasteKind>.TryParse(Kind, out var known) ? known : (WasteKind?)null, "/kind", "kind");
        var m3 = Need(
            decimal.TryParse(M3, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : (decimal?)null,
            "/m3",
            "amount"
        );
        var trips = Need(
            int.TryParse(Trips, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : (int?)null,
            "/trips",
            "trips"
        );
        var (from, to) = Window();
        if (from is null || to is null)
        {
            faults.Add(Missing("/from", "time", words));
        }

        var trucks = TrucksOf(roster, words, faults);
        if (string.IsNullOrWhiteSpace(Plant))
        {
            faults.Add(Missing("/plant", "plant", words));
        }

        if (string.IsNullOrWhiteSpace(ContactName) || string.IsNullOrWhiteSpace(ContactPhone))
        {
            faults.Add(Missing("/contact", "contact", words));
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

        var contact = new Contact(ContactName!.Trim(), ContactPhone!.Trim());
        if (Source is not null && earlier.GetValueOrDefault(Source) is { } source && source.ProposedBody.Contact.Masked() == contact)
        {
            contact = source.ProposedBody.Contact;
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
                Contact = contact,
                Note = Text(Note),
            },
            faults
        );
    }

    /// <summary>Null where day or time is not chosen yet.</summary>
    public (DateTimeOffset? From, DateTimeOffset? To) Window()
    {
        var (from, to) =
            Slot is not null && Slots.TryGetValue(Slot, out var slot) ? slot
            : Slot == OwnTime ? (OwnFrom, OwnTo)
            : (null, null);
        var later = Slot == OwnTime ? Math.Clamp(LaterDays, 0, 30) : 0;
        return Day is { } day && TimeOnly.TryParseExact(from, "HH:mm", out var first) && TimeOnly.TryParseExact(to, "HH:mm", out var last)
            ? (ChinaTime.At(day, first), ChinaTime.At(day.AddDays(later), last))
            : (null, null);
    }

    private FilingSite? Site(IReadOnlyDictionary<string, Filing> earlier, Words words, List<Fault> faults)
    {
        if (Place is not null && Place != NewPlace && earlier.GetValueOrDefault(Place) is { } used)
        {
            return used.ProposedBody.Site;
        }

        if (string.IsNullOrWhiteSpace(Name))
        {
            faults.Add(Missing("/site", "site", words));
            return null;
        }

        var parts = (Point ?? "").Split([',', '，', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (
            parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var lat)
            && double.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var lon)
        )
        {
            return new FilingSite
            {
                Name = Name.Trim(),
                Address = Text(Address),
                Village = Text(Village),
                Point = new GeoPoint(lat, lon),
                Datum = WireName<Datum>.TryParse(Datum, out var datum) ? datum : null,
            };
        }

        faults.Add(new Fault("/site/point", words["site.point.wrong"]));
        return null;
    }

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
                faults.Add(new Fault("/trucks", words["trucks.unknown", Web.Shape.Shorten(OtherPlate.Trim())]));
            }

            trucks.AddRange(known.Take(1).Select(truck => new TruckRef(truck.Plate, truck.Colour)).Where(truck => !trucks.Contains(truck)));
        }
        else if (trucks.Count == 0)
        {
            faults.Add(Missing("/trucks", "trucks", words));
        }

        return trucks;
    }

    private static string SlotOf(FilingBody body) =>
        Format.DayOf(body.From) == Format.DayOf(body.To)
        && Slots.FirstOrDefault(slot => slot.Value == (Format.Time(body.From), Format.Time(body.To))).Key is { } known
            ? known
            : OwnTime;

    private static Fault Missing(string pointer, string field, Words words) => new(pointer, words["missing", words[$"field.{field}"]]);

    private static string? Text(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim();
}
