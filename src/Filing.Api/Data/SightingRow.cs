using System.Security.Cryptography;
using System.Text;
using Contracts.Register;
using FilingApi.Domain;

namespace FilingApi.Data;

/// <summary>
/// A sighting's ids and, if it was accepted, what was observed and how it was judged (R4). Of a refused one only the ids and the
/// reason.
/// </summary>
public sealed class SightingRow : ISubject, IOfTown
{
    private readonly ActLog _acts = new();

    SubjectRef ISubject.Ref => new(SubjectKind.Sighting, Id, Town);

    IReadOnlyList<TimelineEntry> ISubject.NewActs => _acts.Entries;

    public IReadOnlyList<TimelineEntry> TakeNewActs() => _acts.Take();

    /// <summary>Our id, used in paths and messages.</summary>
    public required string Id { get; init; }
    public required DateTimeOffset ArrivedAt { get; init; }
    public required string Account { get; init; }

    /// <summary>The sender's id, unique within the account (R4).</summary>
    public required string SenderId { get; init; }

    /// <summary>The town of the account's organisation at arrival.</summary>
    public required string Town { get; init; }
    public string? RefusedCode { get; init; }
    public string? Source { get; init; }
    public string? Device { get; init; }
    public string? Plate { get; init; }
    public PlateColour? SeenColour { get; init; }

    /// <summary>The truck it belongs to, decided at arrival (R5).</summary>
    public PlateColour? Colour { get; init; }
    public DateTimeOffset? At { get; init; }
    public double? Lat { get; init; }
    public double? Lon { get; init; }
    public Activity? Activity { get; init; }
    public double? Confidence { get; init; }
    public string? Vehicle { get; init; }
    public string? Photo { get; init; }
    public bool Doubtful { get; init; }

    /// <summary>The worker's judgement; null until it has arrived, and for a doubtful sighting until a person has reviewed it.</summary>
    public VerdictCode? Code { get; set; }
    public int Revision { get; set; }
    public string? ReviewResult { get; private set; }
    public string? ReviewedBy { get; private set; }
    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>
    /// Derived from the account and the sender's id, so it is unique if the sender's id is unique within the account; safe in a path,
    /// whatever the sender chose.
    /// </summary>
    public static string IdOf(string account, string senderId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account}\0{senderId}")).AsSpan(0, 16));

    /// <summary>A person reviewed a doubtful sighting (R4).</summary>
    public void Review(CheckResult result, Actor actor, DateTimeOffset now)
    {
        (ReviewResult, ReviewedBy, ReviewedAt) = (result.Wire(), actor.Account, now);
        _acts.Add(((ISubject)this).Ref, 1, "review", actor, now, new TimelineDetail { Result = result.Wire() });
    }
}
