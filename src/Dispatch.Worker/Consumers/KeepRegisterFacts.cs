using Contracts.Delivery;
using Contracts.Filing;
using Contracts.Register;
using DispatchWorker.Data;
using DispatchWorker.Settings;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace DispatchWorker.Consumers;

/// <summary>Stores the register's facts and judges the sightings they affect again (R5).</summary>
public sealed class KeepRegisterFacts(Writer<DispatchDb> writer, Deadlines<DispatchDb> deadlines, DispatchSettings settings)
    : IConsumer<RegisterFactsAdded>
{
    private static readonly CompiledQuery<
        Func<DispatchDb, string[], DateTimeOffset, DateTimeOffset, IAsyncEnumerable<SightingRow>>
    > Sightings = new(() =>
        EF.CompileAsyncQuery(
            (DispatchDb db, string[] plates, DateTimeOffset from, DateTimeOffset to) =>
                db.Sightings.Where(row => plates.Contains(row.Plate) && row.At >= from && row.At <= to && !row.Doubtful)
        )
    );

    public async Task Consume(ConsumeContext<RegisterFactsAdded> context)
    {
        if (context.Message.Facts.Count == 0)
        {
            return;
        }

        await writer.Write((db, cancel) => Keep(db, context.Required(), context.Message.Facts, cancel), context.CancellationToken);
    }

    private async Task<bool> Keep(DispatchDb db, Guid messageId, IReadOnlyList<RegisterFact> facts, CancellationToken cancel)
    {
        var moment = facts.Max(fact => fact.At);
        await deadlines.ApplyBefore(db, moment, cancel);
        if (!await db.FirstSeen(messageId, nameof(KeepRegisterFacts), moment, cancel))
        {
            return false;
        }

        var spans = await KeepNew(db, facts, cancel);
        var changed = await db.Judge(await SightingsIn(db, spans, cancel), cancel);
        db.EmitJudged(changed);
        await db.RebuildRuns(
            changed,
            new Cause(moment, plate => "judged again: " + string.Join(", ", spans[plate].Numbers), settings.RunGrace),
            cancel
        );
        return true;
    }

    /// <summary>Saves new facts, so that judging sees them; returns which times of which plates they affect.</summary>
    private static async Task<Dictionary<string, Span>> KeepNew(DispatchDb db, IReadOnlyList<RegisterFact> facts, CancellationToken cancel)
    {
        var numbers = facts.Select(fact => fact.Number).Distinct().ToArray();

        // Numbers first: a recording does not name its trucks, only the submission does, and another process may be storing that now.
        await db.Lock(numbers.Select(number => $"number {number}"), cancel);
        var known = await db.HistoriesOfNumbers(numbers, cancel);
        var fresh = facts
            .DistinctBy(fact => (fact.Number, fact.Seq))
            .Where(fact => !known.TryGetValue(fact.Number, out var history) || history.Facts.All(old => old.Seq != fact.Seq))
            .ToList();
        var histories = History.Of(known.Values.SelectMany(history => history.Facts).Concat(fresh));
        await db.Lock(histories.SelectMany(history => history.Plates).Select(Judging.LockOf), cancel);
        await db.InsertAll(fresh.Select(FactRow.Of), cancel);
        await db.InsertAll(fresh.SelectMany(FactTruckRow.Of), cancel);
        return SpansOf(fresh, histories);
    }

    /// <summary>
    /// A fact affects nothing before its own moment or beyond the reach of its number's windows, in whatever order bodies and acts arrived.
    /// </summary>
    private static Dictionary<string, Span> SpansOf(List<RegisterFact> fresh, IReadOnlyList<History> histories)
    {
        var since = fresh.GroupBy(fact => fact.Number).ToDictionary(number => number.Key, number => number.Min(fact => fact.At));
        var spans = new Dictionary<string, Span>(StringComparer.Ordinal);
        foreach (var history in histories)
        {
            if (!since.TryGetValue(history.Number, out var from) || history.LastTo is not { } to)
            {
                continue;
            }

            foreach (var plate in history.Plates)
            {
                var span = new Span(from, to + Judge.Reach, [history.Number]);
                spans[plate] = spans.TryGetValue(plate, out var other) ? span.With(other) : span;
            }
        }

        return spans;
    }

    private static async Task<List<SightingRow>> SightingsIn(DispatchDb db, Dictionary<string, Span> spans, CancellationToken cancel)
    {
        if (spans.Count == 0)
        {
            return [];
        }

        var plates = spans.Keys.ToArray();
        var (from, to) = (spans.Values.Min(span => span.From), spans.Values.Max(span => span.To));
        var rows = await Sightings.In(db)(db, plates, from, to).ToListAsync(cancel);
        return rows.FindAll(row => spans[row.Plate].Contains(row.At));
    }

    private sealed record Span(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<string> Numbers)
    {
        public bool Contains(DateTimeOffset at) => From <= at && at <= To;

        public Span With(Span other) =>
            new(From < other.From ? From : other.From, To > other.To ? To : other.To, [.. other.Numbers, .. Numbers]);
    }
}
