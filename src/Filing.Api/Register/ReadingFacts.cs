using System.Text.Json;
using Contracts.Delivery;
using Contracts.Register;
using FilingApi.Data;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Register;

/// <summary>
/// Reads the register at start: one thread reads the rows with a plain reader, others parse the bodies in batches. A start waits for
/// half a million entries.
/// </summary>
internal static class ReadingFacts
{
    private const int BatchSize = 20_000;
    private const int Ahead = 4;

    private readonly record struct Raw(string Number, int Seq, string Kind, long At, string? Body);

    /// <summary>All facts of the numbers whose window ended after a moment, in order of number and seq.</summary>
    public static async Task<List<RegisterFact[]>> Since(FilingDb db, DateTimeOffset since, CancellationToken cancel)
    {
        var numbers = db.Facts.Where(fact => fact.To >= since).Select(fact => fact.Number);
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db
            .Facts.Where(fact => numbers.Contains(fact.Number))
            .OrderBy(fact => fact.Number)
            .ThenBy(fact => fact.Seq)
            .Select(fact => new
            {
                fact.Number,
                fact.Seq,
                fact.Kind,
                fact.At,
                fact.Body,
            })
            .CreateDbCommand();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var parsing = new List<Task<RegisterFact[]>>();
        for (var isMore = true; isMore; )
        {
            var batch = new List<Raw>(BatchSize);

            // The reader of an embedded store never blocks: reading rows synchronously is twice as fast.
            while (batch.Count < BatchSize && (isMore = rows.Read()))
            {
                batch.Add(
                    new Raw(
                        rows.GetString(0),
                        rows.GetInt32(1),
                        rows.GetString(2),
                        rows.GetInt64(3),
                        rows.IsDBNull(4) ? null : rows.GetString(4)
                    )
                );
            }

            parsing.Add(Task.Run(() => batch.ConvertAll(Parse).ToArray(), cancel));
            if (parsing.Count > Ahead)
            {
                await parsing[^(Ahead + 1)];
            }
        }

        await db.Database.CloseConnectionAsync();
        return [.. await Task.WhenAll(parsing)];
    }

    private static RegisterFact Parse(Raw row) =>
        new(
            row.Number,
            row.Seq,
            WireName<FactKind>.Parse(row.Kind),
            ChinaTime.FromUnixMilliseconds(row.At),
            row.Body is null ? null : JsonSerializer.Deserialize<Permission>(row.Body, Wire.Json)
        );
}
