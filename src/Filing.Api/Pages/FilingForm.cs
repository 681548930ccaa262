using System.Globalization;
using Contracts.Register;
using FilingApi.Domain;

namespace FilingApi.Pages;

/// <summary>
/// A filing as it is typed: days and slots instead of instants, a place used before instead of a point. Becomes the API's own
/// request, or says what is missing.
/// </summary>
public sealed partial class FilingForm
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

    /// <summary>A village, park or road of the town's list: the site lies at its centre unless a point says otherwise.</summary>
    public string? Spot { get; set; }

    /// <summary>A link or a pair of numbers as any common map copies them.</summary>
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

    /// <summary>The writer says that a site far from the town is where it is.</summary>
    public bool Far { get; set; }

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
            ContactName = body.Contact.Name,
            ContactPhone = body.Contact.Phone,
            Emergency = body.Emergency,
            Confined = body.ConfinedSpace,
            Note = body.Note,
        };

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

    private static string SlotOf(FilingBody body) =>
        Format.DayOf(body.From) == Format.DayOf(body.To)
        && Slots.FirstOrDefault(slot => slot.Value == (Format.Time(body.From), Format.Time(body.To))).Key is { } known
            ? known
            : OwnTime;
}
