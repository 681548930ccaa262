using System.Text.Json;
using System.Text.Json.Nodes;
using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Web;

namespace FilingApi.Tests;

/// <summary>The only way to create data here: places, people, and the requests they send.</summary>
internal static class Make
{
    public static readonly GeoPoint Site = new(28.2100, 113.2800);

    /// <summary>Some 5 km from <see cref="Site"/>.</summary>
    public static readonly GeoPoint OtherSite = new(28.2500, 113.2800);
    public static readonly GeoPoint PlantPoint = new(28.2000, 113.3000);

    /// <summary>A plate with two trucks, one yellow and one blue.</summary>
    public static readonly string TwoColours = Plate(10);

    /// <summary>A truck whose papers expired before the first test day.</summary>
    public static readonly string PapersOver = Plate(11);

    /// <summary>A plate that is on no roster.</summary>
    public const string Stranger = "湘B77777";

    public static readonly (string Account, string Role, string Organisation)[] Accounts =
    [
        ("clerk", "enterprise", "E1"),
        ("clerk2", "enterprise", "E2"),
        ("hauler", "hauler", "H1"),
        ("hauler2", "hauler", "H2"),
        ("station", "station", "S1"),
        ("stationB", "station", "S2"),
        ("centre", "centre", "C1"),
        ("squad", "squad", "Q1"),
        ("plant", "plant", "P1"),
        ("plant2", "plant", "P2"),
        ("plant3", "plant", "P3"),
        ("supervisor", "supervisor", "V1"),
        ("camera", "device", "Q1"),
    ];

    public static readonly object[] Organisations =
    [
        Organisation("E1", "enterprise"),
        Organisation("E2", "enterprise"),
        Organisation("H1", "hauler", qualifications: "kitchen"),
        Organisation("H2", "hauler"),
        Organisation("S1", "station"),
        Organisation("S2", "station", SmallTown.TownB),
        Organisation("C1", "centre"),
        Organisation("Q1", "squad"),
        Organisation("V1", "supervision"),
    ];

    public static readonly object[] Plants =
    [
        new
        {
            code = "P1",
            name = "永安污水处理厂",
            point = PlantPoint,
            radiusM = 300,
            accepts = new[] { "septic", "grease", "kitchen", "other" },
        },
        new
        {
            code = "P2",
            name = "工业废水厂",
            point = new GeoPoint(28.22, 113.33),
            radiusM = 300,
            accepts = new[] { "septic", "industrial-wastewater", "industrial-sludge" },
        },
        new
        {
            code = "P3",
            name = "洞阳污水处理厂",
            point = new GeoPoint(28.26, 113.24),
            radiusM = 300,
            accepts = new[] { "septic" },
        },
    ];

    /// <summary>Trucks 1–8 belong to H1, which may carry kitchen waste, the others to H2, which may not.</summary>
    public static readonly object[] Trucks =
    [
        .. Enumerable.Range(1, 10).Select(n => Truck(Plate(n), "yellow", n <= 8 ? "H1" : "H2")),
        Truck(TwoColours, "blue", "H2"),
        Truck(PapersOver, "yellow", "H2", "2026-03-01"),
    ];

    public static string Plate(int n) => $"湘A1{n:0000}";

    public static object Truck(string plate, string colour, string owner, string papersUntil = "2027-12-31") =>
        new
        {
            plate,
            colour,
            owner,
            tankM3 = 8.0m,
            payloadT = 8.5m,
            papersUntil,
        };

    /// <summary>A valid body of <c>POST /filings</c> (R6); a test changes members as needed.</summary>
    public static JsonObject Filing(
        DateTimeOffset from,
        DateTimeOffset to,
        string? plate = null,
        GeoPoint? site = null,
        int trips = 1,
        bool emergency = false,
        bool submit = true
    ) =>
        new()
        {
            ["kind"] = "septic",
            ["site"] = new JsonObject { ["name"] = "化粪池", ["point"] = Json(site ?? Site) },
            ["from"] = Instant(from),
            ["to"] = Instant(to),
            ["m3"] = 8.0m,
            ["trips"] = trips,
            ["emergency"] = emergency,
            ["trucks"] = new JsonArray(Ref(plate ?? Plate(1))),
            ["plant"] = "P1",
            ["contact"] = new JsonObject { ["name"] = "李四", ["phone"] = "0731-83200001" },
            ["submit"] = submit,
        };

    public static JsonObject Ref(string plate, string colour = "yellow") => new() { ["plate"] = plate, ["colour"] = colour };

    public static object Order(
        DateTimeOffset departure,
        DateTimeOffset @return,
        string? plate = null,
        GeoPoint? point = null,
        string plant = "P1"
    ) =>
        new
        {
            job = new
            {
                section = "永安大道 W12–W13",
                point = point ?? Site,
                m3 = 6.0m,
                minutes = 40,
            },
            plate = plate ?? Plate(1),
            colour = "yellow",
            point = point ?? Site,
            departure,
            @return,
            plant,
        };

    /// <summary>A body of <c>POST /jobs</c>; a test changes members as needed.</summary>
    public static JsonObject Job(decimal m3 = 6, GeoPoint? point = null) =>
        new()
        {
            ["section"] = "永安大道 W12–W13",
            ["point"] = Json(point ?? Site),
            ["m3"] = m3,
            ["minutes"] = 40,
            ["kind"] = "dredging",
            ["priority"] = "normal",
        };

    /// <summary>A body of <c>POST /orders</c> with stops.</summary>
    public static object Order(DateTimeOffset departure, DateTimeOffset @return, object[] stops, string? plate = null) =>
        new
        {
            stops,
            plate = plate ?? Plate(1),
            colour = "yellow",
            departure,
            @return,
            plant = "P1",
        };

    public static JsonObject Sighting(string id, string plate, DateTimeOffset at, string source = "camera") =>
        new()
        {
            ["id"] = id,
            ["source"] = source,
            ["plate"] = plate,
            ["at"] = Instant(at),
        };

    /// <summary>Our id of a sighting, as in paths and runs.</summary>
    public static string SightingId(string account, string id) => FilingApi.Data.SightingRow.IdOf(account, id);

    public static JsonNode Json(GeoPoint point) => JsonSerializer.SerializeToNode(point, WebJson.Options)!;

    public static string Instant(DateTimeOffset at) => InstantJson.Format(at);

    /// <summary>The input of R6 as domain types.</summary>
    public static FilingBody Body(DateTimeOffset from, DateTimeOffset to, WasteKind kind = WasteKind.Septic) =>
        new()
        {
            Kind = kind,
            Site = new FilingSite { Name = "化粪池", Point = Site },
            From = from,
            To = to,
            M3 = 8,
            Trips = 1,
            Trucks = [new TruckRef(Plate(1), PlateColour.Yellow)],
            Plant = "P1",
            Contact = new Contact("李四", "0731-83200001"),
        };

    private static object Organisation(string code, string kind, string town = SmallTown.TownA, params string[] qualifications) =>
        new
        {
            code,
            kind,
            name = $"{kind} {code}",
            town,
            phone = $"0731-{code}",
            qualifications,
        };
}
