using System.Text.Json.Serialization;

namespace Contracts.Register;

/// <summary>
/// What can happen to a permission (R2, R7, R9). <c>Ordered</c> and <c>Cancelled</c> come from the centre, all others from a filing.
/// </summary>
[JsonConverter(typeof(WireNameConverter<FactKind>))]
public enum FactKind
{
    Submitted,
    Recorded,
    Returned,
    Refused,
    Withdrawn,
    Revoked,
    Completed,
    Ordered,
    Cancelled,
}

/// <summary>
/// The permission asked for or ordered, as far as a verdict needs it (R2). The window includes <c>From</c> and <c>To</c>.
/// </summary>
public sealed record Permission
{
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset To { get; init; }
    public required bool Emergency { get; init; }
    public required IReadOnlyList<TruckKey> Trucks { get; init; }

    /// <summary>Where the truck may work: a filing has one, an order one for each stop.</summary>
    public required IReadOnlyList<Area> Sites { get; init; }
    public required Area Plant { get; init; }
    public required string PlantCode { get; init; }
    public required string Town { get; init; }

    public bool Covers(DateTimeOffset at) => From <= at && at <= To;

    public bool HasSiteAt(GeoPoint point)
    {
        foreach (var site in Sites)
        {
            if (site.Contains(point))
            {
                return true;
            }
        }

        return false;
    }

    public bool Names(string plate, PlateColour? colour)
    {
        foreach (var truck in Trucks)
        {
            if (truck.Plate == plate && (colour is null || truck.Colour == colour))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>One fact of the register: keyed by number and seq, never changed, stamped by the writer in commit order (R2).</summary>
/// <param name="Number">The filing's or the order's number.</param>
/// <param name="Seq">1, 2, 3 … per number; orders facts with equal moments.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Body">For <c>Submitted</c> and <c>Ordered</c>: what was asked for; otherwise null.</param>
public sealed record RegisterFact(string Number, int Seq, FactKind Kind, DateTimeOffset At, Permission? Body);
