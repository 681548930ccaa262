using System.Text.Json.Serialization;
using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Web;

namespace FilingApi.Features.Sightings;

/// <summary>One sighting as sent (R4).</summary>
public sealed record SightingItem
{
    public const int LongestId = 100;

    public required string Id { get; init; }
    public required string Source { get; init; }
    public string? Device { get; init; }
    public required string Plate { get; init; }
    public PlateColour? Colour { get; init; }

    [JsonConverter(typeof(AnyInstantJson))]
    public required DateTimeOffset At { get; init; }
    public GeoPoint? Point { get; init; }
    public Datum? Datum { get; init; }
    public Activity? Activity { get; init; }

    /// <summary>0–1; people are sure (1).</summary>
    public double? Confidence { get; init; }

    /// <summary><c>vacuum</c> if the source recognised the kind of vehicle.</summary>
    public string? Vehicle { get; init; }
    public string? Photo { get; init; }
}

/// <summary>What a source may call itself: a device anything of the list, a squad its patrol, a plant its gate.</summary>
public static class SightingSources
{
    private static readonly string[] All = ["camera", "patrol", "gate", "gps", "tip"];

    public static IReadOnlyList<string> Of(Role? role) =>
        role switch
        {
            Role.Device => All,
            Role.Squad => ["patrol", "tip"],
            Role.Plant => ["gate"],
            _ => [],
        };
}

/// <summary>R4 in its order: invalid, ignored, doubtful, else to be judged.</summary>
public static class SightingRules
{
    public const string Vacuum = "vacuum";
    private const double Sure = 0.80;
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(30);

    public static Refusal? Invalid(SightingItem item, Role? role, DateTimeOffset arrivedAt)
    {
        if (!SightingSources.Of(role).Contains(item.Source))
        {
            return Refusals.SightingSource.With(string.Join(", ", SightingSources.Of(role)));
        }

        if (!Plate.TryParse(item.Plate, out _))
        {
            return Refusals.SightingPlate.With();
        }

        if (item.At > arrivedAt + MostAhead)
        {
            return Refusals.SightingAhead.With();
        }

        if (item.At < arrivedAt - Oldest)
        {
            return Refusals.SightingOld.With();
        }

        if (item.Point is { IsPlausible: false })
        {
            return Refusals.SightingPlace.With();
        }

        if (item.Confidence is < 0 or > 1)
        {
            return Refusals.SightingShape.With("confidence 0–1");
        }

        if (new[] { item.Device, item.Photo, item.Vehicle }.Any(text => text is not null && !Shape.CanBeKept(text)))
        {
            return Refusals.SightingShape.With("device, photo, vehicle: U+FFFD, U+0000");
        }

        return (item.Device?.Length, item.Photo?.Length, item.Vehicle?.Length) is (> 100, _, _) or (_, > 500, _) or (_, _, > 20)
            ? Refusals.SightingShape.With("device ≤ 100, photo ≤ 500, vehicle ≤ 20")
            : null;
    }

    public static bool IsIgnored(SightingItem item, IReadOnlyList<Truck> trucks) =>
        item.Vehicle != Vacuum && !trucks.Any(truck => item.Colour is null || truck.Colour == item.Colour);

    public static bool IsDoubtful(SightingItem item) => item.Confidence is < Sure;

    /// <summary>The truck it belongs to: the seen colour's, else the roster's only one, else the plate without colour (R5).</summary>
    public static PlateColour? Colour(SightingItem item, IReadOnlyList<Truck> trucks) =>
        item.Colour ?? (trucks.Count == 1 ? trucks[0].Colour : null);
}
