namespace FilingApi.Domain;

/// <summary>Has a timeline. A change that is saved without an act fails: nothing changes in silence.</summary>
public interface ISubject
{
    /// <summary>Where its timeline is found.</summary>
    SubjectRef Ref { get; }

    /// <summary>The acts since the last save.</summary>
    IReadOnlyList<TimelineEntry> NewActs { get; }

    /// <summary>The same, once.</summary>
    IReadOnlyList<TimelineEntry> TakeNewActs();
}

public readonly record struct SubjectRef(SubjectKind Kind, string Key, string? Town);

/// <summary>Base of everything that people act on: each act is noted and raises the version.</summary>
public abstract class Subject : ISubject
{
    private readonly ActLog _acts = new();

    public int Version { get; private set; } = 1;

    SubjectRef ISubject.Ref => Self;

    IReadOnlyList<TimelineEntry> ISubject.NewActs => _acts.Entries;

    protected abstract SubjectRef Self { get; }

    public IReadOnlyList<TimelineEntry> TakeNewActs() => _acts.Take();

    /// <summary>The act that made it; the version stays 1.</summary>
    public void Begin(string act, Actor actor, DateTimeOffset at, TimelineDetail? detail = null) =>
        _acts.Add(Self, Version, act, actor, at, detail);

    /// <summary>An act of the system that no person's <c>If-Match</c> has to know of: the version stays.</summary>
    protected void Remark(string act, DateTimeOffset at, TimelineDetail? detail = null) =>
        _acts.Add(Self, Version, act, Actor.System, at, detail);

    public void Log(string act, Actor actor, DateTimeOffset at, TimelineDetail? detail = null) =>
        _acts.Add(Self, ++Version, act, actor, at, detail);
}

/// <summary>The acts of one subject that are not saved yet.</summary>
public sealed class ActLog
{
    private List<TimelineEntry> _entries = [];

    public IReadOnlyList<TimelineEntry> Entries => _entries;

    public void Add(SubjectRef subject, int version, string act, Actor actor, DateTimeOffset at, TimelineDetail? detail) =>
        _entries.Add(
            new TimelineEntry
            {
                Subject = subject.Kind,
                Key = subject.Key,
                Town = subject.Town,
                Seq = version,
                Act = act,
                At = at,
                Account = actor.Account,
                Organisation = actor.Organisation,
                Detail = detail,
            }
        );

    public IReadOnlyList<TimelineEntry> Take()
    {
        var entries = _entries;
        _entries = [];
        return entries;
    }
}
