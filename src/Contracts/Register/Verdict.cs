using System.Text.Json.Serialization;

namespace Contracts.Register;

/// <summary>The answers of R3, by precedence.</summary>
[JsonConverter(typeof(WireNameConverter<VerdictCode>))]
public enum VerdictCode
{
    Filed,
    WrongPlace,
    WrongPlant,
    Emergency,
    Pending,
    Revoked,
    Completed,
    Returned,
    TooEarly,
    TooLate,
    NotFiled,
}

[JsonConverter(typeof(WireNameConverter<VerdictColour>))]
public enum VerdictColour
{
    Green,
    Amber,
    Red,
}

[JsonConverter(typeof(WireNameConverter<Activity>))]
public enum Activity
{
    Passing,
    Working,
    Discharging,
}

[JsonConverter(typeof(WireNameConverter<EndReason>))]
public enum EndReason
{
    Revoked,
    Completed,
    Withdrawn,
    Superseded,
}

/// <summary>
/// A question about a truck. Without a colour it covers every colour of the plate; without a point the place is not judged.
/// </summary>
public sealed record Question(
    string Plate,
    PlateColour? Colour,
    DateTimeOffset At,
    Activity Activity = Activity.Passing,
    GeoPoint? Point = null
);

/// <summary>An entry or filing that a verdict is based on.</summary>
public sealed record Basis(string Number, Permission Body, EndReason? EndReason)
{
    public bool IsDispatch => Number.StartsWith("DD-", StringComparison.Ordinal);
}

/// <summary>The answer to a <see cref="Question"/> (R3).</summary>
public sealed record Verdict(VerdictCode Code, Question Question, IReadOnlyList<Basis> Bases)
{
    public VerdictColour Colour => Code.Colour();

    /// <summary>The kind of end, where one code covers several.</summary>
    public EndReason? Reason => Code == VerdictCode.Completed ? Bases[^1].EndReason : null;
}

public static class VerdictCodes
{
    private static readonly VerdictColour[] Colours = [.. Enum.GetValues<VerdictCode>().Select(code => VerdictWords.Of(code).Colour)];

    public static VerdictColour Colour(this VerdictCode code) => Colours[(int)code];
}
