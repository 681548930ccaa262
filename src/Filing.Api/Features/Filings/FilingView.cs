using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Trips;
using FilingApi.Map;
using FilingApi.Web;

namespace FilingApi.Features.Filings;

/// <summary>A filing as its enterprise and its station see it.</summary>
public sealed record FilingView
{
    public required string Number { get; init; }
    public required string CheckWord { get; init; }
    public required FilingStatus Status { get; init; }
    public required int Version { get; init; }
    public required string Town { get; init; }
    public required string Enterprise { get; init; }
    public required DateTimeOffset? SubmittedAt { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required bool Overdue { get; init; }
    public required DateTimeOffset? DecidedAt { get; init; }
    public required DateTimeOffset? EscalatedAt { get; init; }
    public required WasteKind Kind { get; init; }
    public required FilingSite Site { get; init; }

    /// <summary>Kilometres from the middle of the town to a site outside its box; null inside.</summary>
    public required double? FarKm { get; init; }
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset To { get; init; }
    public required decimal M3 { get; init; }
    public required int TripCount { get; init; }
    public required bool Emergency { get; init; }
    public required bool ConfinedSpace { get; init; }
    public required IReadOnlyList<TruckRef> Trucks { get; init; }
    public required string Plant { get; init; }
    public required string? Agreement { get; init; }
    public required string? Manifest { get; init; }

    /// <summary>Masked; in plain text by <c>POST …/contact</c>.</summary>
    public required Contact Contact { get; init; }
    public required string? Note { get; init; }

    /// <summary>Put into a returned filing and not yet submitted again.</summary>
    public required FilingBody? Pending { get; init; }
    public required IReadOnlyList<Conflict> Conflicts { get; init; }
    public required IReadOnlyList<TimelineView> Timeline { get; init; }
    public required IReadOnlyList<TripView> Trips { get; init; }

    public static async Task<FilingView> Of(FilingDb db, Filing filing, Caller caller, DateTimeOffset now, CancellationToken cancel)
    {
        var trips = await db.TripsOf(filing.Number, cancel);
        var timeline = await db.TimelineOf(filing, cancel);
        var body = filing.Body;
        return new FilingView
        {
            Number = filing.Number,
            CheckWord = filing.CheckWord,
            Status = filing.StatusAt(now),
            Version = filing.Version,
            Town = filing.Town,
            Enterprise = filing.Enterprise,
            SubmittedAt = filing.SubmittedAt,
            DueAt = filing.DueAt,
            Overdue = filing.IsOverdueAt(now),
            DecidedAt = filing.DecidedAt,
            EscalatedAt = filing.EscalatedAt,
            Kind = body.Kind,
            Site = body.Site,
            FarKm = (await TownBox.Of(db, filing.Town, cancel))?.FarKm(body.Site.Point),
            From = body.From,
            To = body.To,
            M3 = body.M3,
            TripCount = body.Trips,
            Emergency = body.Emergency,
            ConfinedSpace = body.ConfinedSpace,
            Trucks = body.Trucks,
            Plant = body.Plant,
            Agreement = body.Agreement,
            Manifest = body.Manifest,
            Contact = body.Contact.Masked(),
            Note = body.Note,
            Pending = filing.PendingBody is { } pending ? pending with { Contact = pending.Contact.Masked() } : null,
            Conflicts =
                filing.Status == FilingStatus.Submitted
                    ? [.. (await db.ConflictsOf(filing, cancel)).Select(conflict => Shown(conflict, caller))]
                    : [],
            Timeline = [.. timeline.Select(entry => TimelineView.Of(entry, conflict => Shown(conflict, caller)))],
            Trips = [.. trips.OrderBy(trip => trip.N).Select(TripView.Of)],
        };
    }

    /// <summary>An enterprise learns that its truck is booked and when, not under which number of somebody else's.</summary>
    private static Conflict Shown(Conflict conflict, Caller caller) =>
        caller.Role == Role.Enterprise ? conflict with { Number = "" } : conflict;
}

public sealed record TimelineView(int Seq, string Act, DateTimeOffset At, string Account, string Organisation, TimelineDetail? Detail)
{
    public static TimelineView Of(TimelineEntry entry) => Of(entry, conflict => conflict);

    public static TimelineView Of(TimelineEntry entry, Func<Conflict, Conflict> shown) =>
        new(
            entry.Seq,
            entry.Act,
            entry.At,
            entry.Account,
            entry.Organisation,
            entry.Detail is { Conflicts: { } conflicts } detail ? detail with { Conflicts = [.. conflicts.Select(shown)] } : entry.Detail
        );
}
