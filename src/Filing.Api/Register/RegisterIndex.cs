using System.Collections.Concurrent;
using Contracts.Register;

namespace FilingApi.Register;

/// <summary>
/// The register in memory, updated by each commit: plate → histories. It holds what can still matter; older questions go to the
/// database.
/// </summary>
public sealed class RegisterIndex
{
    /// <summary>How long after its end a window is still held.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromDays(35);
    private readonly ConcurrentDictionary<string, History[]> _byPlate = new(StringComparer.Ordinal);
    private readonly Dictionary<string, History> _byNumber = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private long _position;
    private long _heldSinceMs = long.MinValue;

    /// <summary>The register sequence that an answer read.</summary>
    public long Position => Volatile.Read(ref _position);

    /// <summary>Earlier moments cannot be answered from memory (a window matters until <see cref="Judge.Reach"/> after its end).</summary>
    public bool Holds(DateTimeOffset at) => at.ToUnixTimeMilliseconds() >= Volatile.Read(ref _heldSinceMs);

    public IReadOnlyList<History> Of(string plate) => _byPlate.TryGetValue(plate, out var histories) ? histories : [];

    /// <summary>All histories in memory, each once.</summary>
    public IEnumerable<History> All() => _byPlate.Values.SelectMany(histories => histories).DistinctBy(history => history.Number);

    /// <summary>Loads the index at start, before any question is answered.</summary>
    /// <param name="facts">Grouped by number.</param>
    /// <param name="position">The position of the last fact in the store.</param>
    /// <param name="windowsSince">Facts with earlier windows are not loaded.</param>
    public void Load(IEnumerable<RegisterFact> facts, long position, DateTimeOffset windowsSince)
    {
        var byPlate = new Dictionary<string, List<History>>(StringComparer.Ordinal);
        var history = History.Of("");
        foreach (var fact in facts)
        {
            if (fact.Number != history.Number)
            {
                Keep(history, byPlate);
                history = History.Of(fact.Number);
            }

            history = history.With(fact);
        }

        Keep(history, byPlate);
        foreach (var (plate, histories) in byPlate)
        {
            _byPlate[plate] = [.. histories];
        }

        Volatile.Write(ref _position, position);
        Volatile.Write(ref _heldSinceMs, (windowsSince + Judge.Reach).ToUnixTimeMilliseconds());
    }

    private void Keep(History history, Dictionary<string, List<History>> byPlate)
    {
        if (history.Number.Length == 0)
        {
            return;
        }

        _byNumber[history.Number] = history;
        foreach (var plate in history.Plates)
        {
            if (!byPlate.TryGetValue(plate, out var held))
            {
                byPlate[plate] = held = [];
            }

            held.Add(history);
        }
    }

    /// <summary>Adds committed facts; adding a fact twice changes nothing.</summary>
    /// <param name="facts">In commit order.</param>
    /// <param name="position">All facts up to this position are now known; null: facts of other processes may be missing.</param>
    public void Apply(IEnumerable<RegisterFact> facts, long? position)
    {
        lock (_gate)
        {
            TakeOver(facts, position);
        }
    }

    private void TakeOver(IEnumerable<RegisterFact> facts, long? position)
    {
        foreach (var fact in facts)
        {
            var before = _byNumber.GetValueOrDefault(fact.Number);
            var after = (before ?? History.Of(fact.Number)).With(fact);
            _byNumber[fact.Number] = after;
            foreach (var plate in after.Plates)
            {
                _byPlate.AddOrUpdate(
                    plate,
                    static (_, known) => [known.after],
                    static (_, held, known) =>
                        known.before is not null && Array.IndexOf(held, known.before) is >= 0 and var at
                            ? [.. held[..at], known.after, .. held[(at + 1)..]]
                            : [.. held, known.after],
                    (before, after)
                );
            }
        }

        if (position is { } all)
        {
            Volatile.Write(ref _position, all);
        }
    }
}
