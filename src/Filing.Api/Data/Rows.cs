using Contracts.Register;
using FilingApi.Domain;
using Microsoft.AspNetCore.Identity;

namespace FilingApi.Data;

/// <summary>A person's or a device's account; what it may is its role, what it sees is its organisation's (for a plant: the plant's code).</summary>
public sealed class Account : IdentityUser
{
    public required Role Role { get; init; }
    public required string Organisation { get; init; }

    /// <summary>Town of the organisation; null sees every town.</summary>
    public string? Town { get; init; }

    /// <summary>Made by the demo: such an account may not exist outside it.</summary>
    public bool IsDemo { get; init; }

    /// <summary>How many passwords, the present one among them, may not be taken again.</summary>
    public const int RememberedPasswords = 5;

    /// <summary>Hashes of those before the present one, the latest first.</summary>
    public IReadOnlyList<string> Passwords { get; private set; } = [];

    public DateTimeOffset? ClosedAt { get; private set; }

    public void TakePassword(string hash)
    {
        Passwords = [.. Passwords.Prepend(PasswordHash!).Take(RememberedPasswords - 1)];
        PasswordHash = hash;
        EndTokens();
    }

    public void Close(DateTimeOffset now)
    {
        ClosedAt = now;
        EndTokens();
    }

    private void EndTokens() => (SecurityStamp, ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
}

public sealed class CalendarRow
{
    public required int Year { get; init; }
    public required IReadOnlyList<DateOnly> Off { get; set; }
    public required IReadOnlyList<DateOnly> Work { get; set; }

    public CalendarYear ToCalendar() => new(Year, Off, Work);
}

/// <summary>A fact as kept. <c>Position</c> rises with every commit: an answer keeps the one it read.</summary>
public sealed class FactRow
{
    public long Position { get; init; }
    public required string Number { get; init; }
    public required int Seq { get; init; }
    public required FactKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public Permission? Body { get; init; }

    /// <summary>Last moment of the body's window: what is long past is left out of memory.</summary>
    public DateTimeOffset? To { get; init; }

    public static FactRow Of(RegisterFact fact) =>
        new()
        {
            Number = fact.Number,
            Seq = fact.Seq,
            Kind = fact.Kind,
            At = fact.At,
            Body = fact.Body,
            To = fact.Body?.To,
        };

    public RegisterFact ToFact() => new(Number, Seq, Kind, At, Body);
}

/// <summary>Which numbers ever named a plate.</summary>
public sealed class FactTruck
{
    public required string Plate { get; init; }
    public required string Number { get; init; }
    public required int Seq { get; init; }

    public static IEnumerable<FactTruck> Of(RegisterFact fact) =>
        (fact.Body?.Trucks ?? [])
            .Select(truck => truck.Plate)
            .Distinct()
            .Select(plate => new FactTruck
            {
                Plate = plate,
                Number = fact.Number,
                Seq = fact.Seq,
            });
}

/// <summary>A load that a plant received without a trip (R11).</summary>
public sealed class Arrival
{
    public required string Number { get; init; }
    public required string Plate { get; init; }
    public PlateColour? Colour { get; init; }
    public required string Plant { get; init; }
    public required decimal M3 { get; init; }
    public int? GrossKg { get; init; }
    public int? TareKg { get; init; }
    public int? NetKg { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Account { get; init; }

    /// <summary>The verdict asked before the receipt had any effect.</summary>
    public required VerdictCode Verdict { get; init; }
}

/// <summary>A sighting's id and, where it was accepted, what was seen and how it was judged (R4). Of a refused one only the id and why.</summary>
public sealed class SightingRow
{
    public required string Id { get; init; }
    public required DateTimeOffset ArrivedAt { get; init; }
    public required string Account { get; init; }
    public string? RefusedCode { get; init; }
    public string? Source { get; init; }
    public string? Device { get; init; }
    public string? Plate { get; init; }
    public PlateColour? SeenColour { get; init; }

    /// <summary>The truck it belongs to, settled at arrival (R5).</summary>
    public PlateColour? Colour { get; init; }
    public DateTimeOffset? At { get; init; }
    public double? Lat { get; init; }
    public double? Lon { get; init; }
    public Activity? Activity { get; init; }
    public double? Confidence { get; init; }
    public string? Vehicle { get; init; }
    public string? Photo { get; init; }
    public bool Doubtful { get; init; }

    /// <summary>The worker's judgement; null until it came, and for a doubtful one until a person looked.</summary>
    public VerdictCode? Code { get; set; }
    public int Revision { get; set; }
    public string? ReviewResult { get; set; }
    public string? ReviewedBy { get; set; }
    public DateTimeOffset? ReviewedAt { get; set; }
}

/// <summary>An officer's note and photo of a sighting, kept once; gone with it.</summary>
public sealed class RecordRow
{
    public required string Id { get; init; }
    public required string Account { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? Note { get; init; }
    public byte[]? Photo { get; init; }
    public byte[]? PhotoHash { get; init; }
}

/// <summary>A station's inbox: what waits for it, as the bus told (R8).</summary>
public sealed class ReviewRow
{
    public required string Number { get; init; }
    public required string Town { get; set; }
    public required int Version { get; set; }
    public required string Kind { get; set; }
    public required bool Emergency { get; set; }
    public required DateTimeOffset SubmittedAt { get; set; }
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Null while it waits.</summary>
    public DateTimeOffset? EndedAt { get; set; }
    public string? Outcome { get; set; }
}

public sealed class SequenceRow
{
    public required string Prefix { get; init; }
    public required int Last { get; set; }
}

/// <summary>Hazardous waste was offered for filing: who, when, and the manifest number they gave (R6).</summary>
public sealed class RefusalRow
{
    public long Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Enterprise { get; init; }
    public required string Code { get; init; }
    public string? Manifest { get; init; }
}

/// <summary>All that is kept of ignored sightings (R4).</summary>
public sealed class IgnoredCount
{
    public required DateOnly Day { get; init; }
    public required string Account { get; init; }
    public required int Count { get; set; }
}

/// <summary>The stored answer of a write that carried an Idempotency-Key; written with its effect.</summary>
public sealed class AnswerRow
{
    public const int KeyLength = 200;

    public required string Account { get; init; }
    public required string Key { get; init; }
    public required string RequestHash { get; init; }
    public required int Status { get; init; }
    public required string ContentType { get; init; }
    public required string Body { get; init; }
    public string? ETag { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>The writer's last stamp, kept across restarts (R2).</summary>
public sealed class StampRow
{
    public const int TheOnlyId = 1;

    public int Id { get; init; } = TheOnlyId;
    public required DateTimeOffset Last { get; set; }

    /// <summary>Rises with every change of trucks, organisations, plants, towns or calendars: other processes then read them again.</summary>
    public int Roster { get; init; }
}

/// <summary>A key that signs what is carried off-line; its private part is sealed.</summary>
public sealed class SigningKeyRow
{
    public required string Id { get; init; }
    public required string X { get; init; }
    public required string Y { get; init; }
    public required byte[] Sealed { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
}
