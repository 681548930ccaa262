using Microsoft.EntityFrameworkCore;

namespace Contracts.Delivery;

/// <summary>A parked message or deadline, in a store or in the broker.</summary>
/// <param name="Where">The name of the store or queue.</param>
/// <param name="Id">The id to replay it by: a message's id, or <c>kind/key</c> of a deadline.</param>
/// <param name="What">Type of the message, or kind of the deadline.</param>
/// <param name="At">When it was parked, if known.</param>
/// <param name="Error">The last error, in one line.</param>
public sealed record DeadLetter(string Where, string Id, string What, DateTimeOffset? At, string Error);

/// <summary>Parked messages and deadlines of one store.</summary>
public static class DeadLetterRows
{
    public static async Task<List<DeadLetter>> List(DbContext db, string store, CancellationToken cancel)
    {
        var messages = await db.Set<OutboxRow>()
            .AsNoTracking()
            .Where(row => row.ParkedAt != null)
            .OrderBy(row => row.ParkedAt)
            .ToListAsync(cancel);
        var deadlines = await db.Set<DeadlineRow>()
            .AsNoTracking()
            .Where(row => row.ParkedAt != null)
            .OrderBy(row => row.ParkedAt)
            .ToListAsync(cancel);
        return
        [
            .. messages.Select(row => new DeadLetter(
                $"{store} outbox",
                row.Id.ToString(),
                row.Type,
                row.ParkedAt,
                FirstLine(row.LastError)
            )),
            .. deadlines.Select(row => new DeadLetter($"{store} deadlines", IdOf(row), row.Kind, row.ParkedAt, FirstLine(row.LastError))),
        ];
    }

    /// <summary>The running service, or the next one to start, tries the chosen ones again as if for the first time.</summary>
    /// <returns>The ids that will be tried again.</returns>
    public static async Task<List<string>> Replay(DbContext db, Func<string, bool> chosen, CancellationToken cancel)
    {
        var messages = (await db.Set<OutboxRow>().Where(row => row.ParkedAt != null).ToListAsync(cancel)).FindAll(row =>
            chosen(row.Id.ToString())
        );
        foreach (var row in messages)
        {
            (row.ParkedAt, row.NextAt, row.Attempts) = (null, null, 0);
        }

        var deadlines = (await db.Set<DeadlineRow>().Where(row => row.ParkedAt != null).ToListAsync(cancel)).FindAll(row =>
            chosen(IdOf(row))
        );
        foreach (var row in deadlines)
        {
            row.ParkedAt = null;
        }

        await db.SaveChangesAsync(cancel);
        return [.. messages.Select(row => row.Id.ToString()), .. deadlines.Select(IdOf)];
    }

    private static string IdOf(DeadlineRow row) => $"{row.Kind}/{row.Key}";

    internal static string FirstLine(string? text) => text?.Split('\n', 2)[0].Trim() is { Length: > 0 } line ? line : "no reason is known";
}
