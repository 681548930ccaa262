using System.Text.Json;

namespace FilingApi.Replay;

/// <summary>What became of each sighting's id (R4), by the answers to the batches and the ledger at the end.</summary>
/// <remarks>
/// The first arrival settles an id: one that was refused stays `invalid`, one that was taken keeps its judgement whatever a repetition
/// looks like. Only of ignored ones nothing is kept, so an id ignored first and taken or refused later is the later one.
/// </remarks>
public sealed class SightingFates
{
    public const string Ignored = "ignored";
    public const string Invalid = "invalid";

    /// <summary>Taken, but the ledger does not have it: a promise broken, shown as such.</summary>
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

    /// <summary>Every id in the order of its first arrival with its fate or its judgement. The ledger has the last word on what it holds.</summary>
    public OrderedDictionary<string, string> Outcome(IReadOnlyDictionary<string, string> ledger)
    {
        var outcome = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, fate) in _fates)
        {
            outcome[id] = ledger.GetValueOrDefault(id) ?? (fate == Taken ? Lost : fate);
        }

        // What nobody sent cannot be in the ledger; if it is, the comparison must see it.
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
