using System.Text.Json;

namespace FilingApi.Replay;

/// <summary>The result of each sighting id (R4), from the answers to the batches and the ledger at the end.</summary>
/// <remarks>
/// The first arrival settles an id: a refused one stays `invalid`, an accepted one keeps its judgement whatever a repetition contains.
/// Ignored sightings are not stored, so an id that is ignored first and accepted or refused later takes the later result.
/// </remarks>
public sealed class SightingFates
{
    public const string Ignored = "ignored";
    public const string Invalid = "invalid";

    /// <summary>Accepted but missing from the ledger: a fault, so the comparison must show it.</summary>
    public const string Lost = "lost";

    private const string Taken = "taken";
    private readonly OrderedDictionary<string, string> _fates = new(StringComparer.Ordinal);

    public void Answered(JsonElement batch, JsonElement answer)
    {
        var ignored = Indices(answer.Items("ignored"));
        var refused = Indices(answer.Items("refused").Select(item => item.Member("index")).OfType<JsonElement>());
        var index = 0;
        foreach (var sighting in batch.EnumerateArray())
        {
            var fate =
                refused.Contains(index) ? Invalid
                : ignored.Contains(index) ? Ignored
                : Taken;
            if (sighting.Text("id") is { } id)
            {
                Settle(id, fate);
            }

            index++;
        }
    }

    /// <summary>Every id in order of first arrival with its result. Where the ledger has a judgement, that counts.</summary>
    public OrderedDictionary<string, string> Outcome(IReadOnlyDictionary<string, string> ledger)
    {
        var outcome = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, fate) in _fates)
        {
            outcome[id] = ledger.GetValueOrDefault(id) ?? (fate == Taken ? Lost : fate);
        }

        // An id that nobody sent cannot be in the ledger. If it is, the comparison must show it.
        foreach (var (id, code) in ledger)
        {
            outcome.TryAdd(id, code);
        }

        return outcome;
    }

    private void Settle(string id, string fate)
    {
        if (!_fates.TryGetValue(id, out var earlier) || earlier == Ignored)
        {
            _fates[id] = fate;
        }
    }

    private static HashSet<int> Indices(IEnumerable<JsonElement> items) =>
        items.Where(item => item.ValueKind == JsonValueKind.Number).Select(item => item.GetInt32()).ToHashSet();
}
