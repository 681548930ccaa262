using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Web;

namespace FilingApi.Features.Leads;

/// <summary>What a person found: true, false or unclear.</summary>
public sealed record CheckedView(CheckResult Result, string? Note, string By, DateTimeOffset At)
{
    public static CheckedView? Of(Lead lead) =>
        lead is { Result: { } result, CheckedBy: { } by, CheckedAt: { } at } ? new CheckedView(result, lead.Words, by, at) : null;
}

/// <summary>An announced run (R5). <c>Status</c>: open, checked, cleared, or joined into an older one.</summary>
public sealed record RunView(
    Guid Id,
    string Lead,
    string Town,
    string Plate,
    PlateColour? Colour,
    DateTimeOffset First,
    DateTimeOffset Last,
    IReadOnlyList<string> Sightings,
    IReadOnlyList<VerdictCode> Codes,
    RunStatus Status,
    DateTimeOffset OpenedAt,
    Guid? JoinedInto,
    CheckedView? Check,
    int Version
)
{
    public static RunView Of(Lead lead, IEnumerable<string> sightings) =>
        new(
            lead.Run!.Id,
            lead.Id,
            lead.Town,
            lead.Run.Plate,
            lead.Colour,
            lead.Run.First,
            lead.Run.Last,
            [.. sightings],
            lead.Run.Codes,
            lead.RunStatus,
            lead.Run.OpenedAt,
            lead.JoinedInto,
            CheckedView.Of(lead),
            lead.Version
        );
}

/// <summary>What a lead is about, and where it is found.</summary>
public sealed record SubjectView(LeadSubject Kind, string Id);

/// <summary>The latest finding and its words.</summary>
public sealed record FindingView(CheckResult Result, string? Words, string By, DateTimeOffset At);

/// <summary>A fact that contradicts what a person found; of a run that was joined, the older run.</summary>
public sealed record ContradictionView(DateTimeOffset At, string? By);

/// <summary>A lead, in a list without its timeline.</summary>
public sealed record LeadView
{
    public required string Id { get; init; }
    public required LeadKind Kind { get; init; }

    /// <summary>Its kind in words.</summary>
    public required string Title { get; init; }
    public required SubjectView Subject { get; init; }
    public required string Town { get; init; }
    public required string? Plate { get; init; }
    public required PlateColour? Colour { get; init; }
    public required string Department { get; init; }
    public required DateTimeOffset RaisedAt { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required bool Overdue { get; init; }
    public required LeadStatus Status { get; init; }
    public required string? Trip { get; init; }
    public required string? Run { get; init; }
    public required FindingView? Check { get; init; }
    public required ContradictionView? Contradicted { get; init; }
    public required int Version { get; init; }
    public IReadOnlyList<TimelineView>? Timeline { get; init; }

    public static LeadView Of(Lead lead, Caller caller, DateTimeOffset now)
    {
        var row = lead.Kind.Row();
        return new LeadView
        {
            Id = lead.Id,
            Kind = lead.Kind,
            Title = caller.Say((row.Zh, row.En)),
            Subject = new SubjectView(row.Subject, lead.Of),
            Town = lead.Town,
            Plate = lead.Plate,
            Colour = lead.Colour,
            Department = lead.Department,
            RaisedAt = lead.RaisedAt,
            DueAt = lead.DueAt,
            Overdue = lead.IsOverdueAt(now),
            Status = lead.Status,
            Trip = row.Subject == LeadSubject.Trip ? lead.Of : null,
            Run = row.Subject == LeadSubject.Run ? lead.Of : null,
            Check = lead is { Result: { } result, CheckedBy: { } by, CheckedAt: { } at }
                ? new FindingView(result, lead.Words, by, at)
                : null,
            Contradicted = lead.ContradictedAt is { } moment ? new ContradictionView(moment, lead.ContradictedBy) : null,
            Version = lead.Version,
        };
    }

    public static async Task<LeadView> Of(Lead lead, Data.FilingDb db, Caller caller, DateTimeOffset now, CancellationToken cancel) =>
        Of(lead, caller, now) with
        {
            Timeline = [.. (await Data.TimelineQueries.TimelineOf(db, lead, cancel)).Select(entry => TimelineView.Of(entry, same => same))],
        };
}
