using System.Text.Json;
using System.Text.Json.Nodes;

namespace FilingApi.Tests;

/// <summary>The most frequent actions, one call each; those named in the past tense must succeed.</summary>
internal static class Steps
{
    /// <summary>Files for 09:00 to 12:00 of today and returns the number.</summary>
    public static Task<string> Filed(this TestService service, string? plate = null, int trips = 1, bool emergency = false) =>
        service.Filed(Make.Filing(service.At("09:00"), service.At("12:00"), plate, trips: trips, emergency: emergency));

    public static async Task<string> Filed(this TestService service, JsonObject body) =>
        (await service.Clerk.Post("filings", body).MustBe(201))["number"]!;

    /// <summary>The same, and records the filing.</summary>
    public static async Task<string> Recorded(this TestService service, string? plate = null, int trips = 1)
    {
        var number = await service.Filed(plate, trips);
        await service.Record(number).MustBe(200);
        return number;
    }

    public static Task<Reply> Record(this TestService service, string number, object? body = null) =>
        service.Station.Post($"filings/{number}/record", body);

    public static Task<Reply> Filing(this TestService service, string number) => service.Clerk.Get($"filings/{number}").MustBe(200);

    public static Task<Reply> Load(this TestService service, string number, int n, string? plate = null, decimal m3 = 8) =>
        service.Clerk.Post($"trips/{number}-{n}/loading", new { plate = plate ?? Make.Plate(1), m3 });

    public static Task<Reply> Receive(
        this TestService service,
        string number,
        int n,
        string? plate = null,
        decimal m3 = 8,
        string plant = "P1"
    ) =>
        service
            .As(
                plant switch
                {
                    "P2" => "plant2",
                    "P3" => "plant3",
                    _ => "plant",
                }
            )
            .Post(
                $"trips/{number}-{n}/receipt",
                new
                {
                    plate = plate ?? Make.Plate(1),
                    plant,
                    m3,
                }
            );

    /// <summary>Asks about a plate as the squad; <paramref name="query"/> without its question mark.</summary>
    public static Task<Reply> Ask(this TestService service, string plate, string query = "") =>
        service.Squad.Get($"checks/{Uri.EscapeDataString(plate)}?{query}");

    /// <summary>All leads of today's trips, orders and arrivals of a plate: <c>kind trip</c>.</summary>
    public static async Task<IReadOnlyList<string>> Leads(this TestService service, string plate) =>
        [
            .. (await service.Squad.Get("leads").MustBe(200))
                .Items()
                .Where(lead =>
                    lead.GetProperty("plate").GetString() == plate
                    && lead.GetProperty("raisedAt").GetDateTimeOffset() >= service.At("00:00")
                )
                .Select(lead => $"{lead.GetProperty("kind").GetString()} {Text(lead, "trip")}".TrimEnd())
                .Order(StringComparer.Ordinal),
        ];

    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
