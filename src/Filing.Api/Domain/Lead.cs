using System.Text.Json.Serialization;
using Contracts.Dispatch;
using Contracts.Register;

namespace FilingApi.Domain;

[JsonConverter(typeof(WireNameConverter<LeadKind>))]
public enum LeadKind
{
    NoReceipt,
    VolumeMismatch,
    OtherPlant,
    PlateMismatch,
    UnfiledLoad,
    UnregisteredRun,
}

[JsonConverter(typeof(WireNameConverter<LeadStatus>))]
public enum LeadStatus
{
    Open,
    Checked,
    Cleared,
    Joined,
}

[JsonConverter(typeof(WireNameConverter<CheckResult>))]
public enum CheckResult
{
    True,
    False,
    Unclear,
}

/// <summary>Something to be looked into (R11). Its key makes raising it twice raising it once.</summary>
public sealed class Lead : Subject
{
    public required string Key { get; init; }
    public required LeadKind Kind { get; init; }
    public string? TripId { get; init; }
    public required string Plate { get; init; }
    public PlateColour? Colour { get; init; }
    public required DateTimeOffset RaisedAt { get; init; }
    public LeadStatus Status { get; private set; } = LeadStatus.Open;

    /// <summary>Of an unregistered run: the run as last told.</summary>
    public RunSnapshot? Run { get; private set; }
    public Guid? RunId { get; init; }
    public Guid? JoinedInto { get; private set; }
    public CheckResult? Result { get; private set; }
    public string? Words { get; private set; }
    public string? CheckedBy { get; private set; }
    public DateTimeOffset? CheckedAt { get; private set; }

    protected override SubjectRef Self => new(SubjectKind.Lead, Key, null);

    public static string KeyOf(LeadKind kind, string of) => $"{kind.Wire()}/{of}";

    public static Lead OfTrip(LeadKind kind, Trip trip, string plate, PlateColour? colour, DateTimeOffset now) =>
        new()
        {
            Key = KeyOf(kind, trip.Id),
            Kind = kind,
            TripId = trip.Id,
            Plate = plate,
            Colour = colour,
            RaisedAt = now,
        };

    public static Lead OfArrival(string arrival, string plate, PlateColour? colour, DateTimeOffset now) =>
        new()
        {
            Key = KeyOf(LeadKind.UnfiledLoad, arrival),
            Kind = LeadKind.UnfiledLoad,
            Plate = plate,
            Colour = colour,
            RaisedAt = now,
        };

    public static Lead OfRun(RunSnapshot run) =>
        new()
        {
            Key = KeyOf(LeadKind.UnregisteredRun, run.Id.ToString()),
            Kind = LeadKind.UnregisteredRun,
            RunId = run.Id,
            Plate = run.Plate,
            Colour = run.Colour,
            RaisedAt = run.OpenedAt,
            Run = run,
        };

    /// <summary>Takes the newer of two tellings; an older one changes nothing.</summary>
    public void Follow(RunSnapshot run)
    {
        if (Run is not null && run.Version <= Run.Version)
        {
            return;
        }

        Run = run;
        // A run that was cleared and is seen again (a fact came late) is open again.
        if (Status is LeadStatus.Cleared or LeadStatus.Joined)
        {
            (Status, JoinedInto) = (LeadStatus.Open, null);
            Log("reopen", Actor.System, run.Last);
        }
    }

    /// <summary>No red sighting is left (false, by the system), or the run became part of an older one.</summary>
    public void Clear(RunSnapshot run, Guid? joinedInto, DateTimeOffset now)
    {
        if (Run is not null && run.Version < Run.Version)
        {
            return;
        }

        Run = run;
        Log(joinedInto is null ? "clear" : "join", Actor.System, now);
        if (joinedInto is null)
        {
            Status = LeadStatus.Cleared;
            (Result, Words, CheckedBy, CheckedAt) = (
                CheckResult.False,
                "后到的登记事实说明该车当时已备案 / a fact that came late shows the truck was on record",
                "system",
                now
            );
        }
        else
        {
            (Status, JoinedInto) = (LeadStatus.Joined, joinedInto);
        }
    }

    public Refusal? Check(CheckResult result, string? note, Actor actor, DateTimeOffset now)
    {
        if (Status is LeadStatus.Cleared or LeadStatus.Joined)
        {
            return Refusals.RunClosed.With();
        }

        Status = LeadStatus.Checked;
        (Result, Words, CheckedBy, CheckedAt) = (result, note, actor.Account, now);
        Log("check", actor, now, new TimelineDetail { Result = result.Wire(), Words = note });
        return null;
    }
}
