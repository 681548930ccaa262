namespace Contracts.Register;

/// <summary>
/// All known facts of one number, in order of seq. Facts may come in any order and any number of times: the history is the same.
/// </summary>
public sealed class History
{
    private readonly RegisterFact[] _facts;

    private History(string number, RegisterFact[] facts)
    {
        Number = number;
        _facts = facts;
    }

    public string Number { get; }

    public IReadOnlyList<RegisterFact> Facts => _facts;

    /// <summary>The latest end of any window; null while no body is known.</summary>
    public DateTimeOffset? LastTo
    {
        get
        {
            DateTimeOffset? last = null;
            foreach (var fact in _facts)
            {
                if (fact.Body is { } body && (last is null || body.To > last))
                {
                    last = body.To;
                }
            }

            return last;
        }
    }

    public IEnumerable<string> Plates => _facts.SelectMany(fact => fact.Body?.Trucks ?? []).Select(truck => truck.Plate).Distinct();

    public static History Of(string number) => new(number, []);

    public static IReadOnlyList<History> Of(IEnumerable<RegisterFact> facts)
    {
        var histories = new Dictionary<string, History>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            histories[fact.Number] = (histories.GetValueOrDefault(fact.Number) ?? Of(fact.Number)).With(fact);
        }

        return [.. histories.Values];
    }

    /// <summary>This history with one more fact; a fact with a known seq changes nothing.</summary>
    public History With(RegisterFact fact)
    {
        var at = Array.FindIndex(_facts, known => known.Seq >= fact.Seq);
        if (at >= 0 && _facts[at].Seq == fact.Seq)
        {
            return this;
        }

        var facts = new RegisterFact[_facts.Length + 1];
        var before = at < 0 ? _facts.Length : at;
        Array.Copy(_facts, facts, before);
        facts[before] = fact;
        Array.Copy(_facts, before, facts, before + 1, _facts.Length - before);
        return new History(Number, facts);
    }

    /// <summary>The number's state at a moment, by the facts decided up to and including it (R3).</summary>
    public Standing At(DateTimeOffset at)
    {
        var standing = default(Standing);
        foreach (var fact in _facts)
        {
            if (fact.At > at)
            {
                continue;
            }

            standing = fact.Kind switch
            {
                FactKind.Submitted => new Standing(Phase.Undecided, fact.Body, null, default),
                FactKind.Recorded => standing with { Phase = Phase.Live, DecidedAt = fact.At },
                FactKind.Ordered => new Standing(Phase.Live, fact.Body, null, fact.At),
                FactKind.Returned or FactKind.Refused => standing with { Phase = Phase.TurnedBack },
                FactKind.Withdrawn => standing.Ended(EndReason.Withdrawn),
                FactKind.Revoked => standing.Ended(EndReason.Revoked),
                FactKind.Completed => standing.Ended(EndReason.Completed),
                FactKind.Cancelled => standing.Ended(EndReason.Superseded),
                _ => throw new InvalidOperationException($"Fact kind {fact.Kind} has no defined effect."),
            };
        }

        return standing;
    }
}

public enum Phase
{
    /// <summary>Not submitted, or withdrawn before the decision.</summary>
    None,
    Undecided,
    Live,
    Ended,
    TurnedBack,
}

/// <summary>A number's state at a moment, with the last body submitted by then.</summary>
public readonly record struct Standing(Phase Phase, Permission? Body, EndReason? EndReason, DateTimeOffset DecidedAt)
{
    /// <summary>Only an entry can end; without one the state is none.</summary>
    internal Standing Ended(EndReason reason) => Phase == Phase.Live ? this with { Phase = Phase.Ended, EndReason = reason } : default;
}
