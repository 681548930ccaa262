using Contracts.Delivery;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Web;

/// <summary>
/// Runs a person's act: due deadlines are applied first, the act is stamped (R2), and state, facts, messages and the stored answer are
/// saved in one transaction; the answer is sent after its commit.
/// </summary>
public sealed class WriteSession(Writer<FilingDb> writer, Deadlines<FilingDb> deadlines, RegisterClock clock, Caller caller)
{
    public Task<Answer> Write(Func<FilingDb, DateTimeOffset, Task<Answer>> act, CancellationToken cancel) =>
        writer.Write(
            async (db, stop) =>
            {
                if (await StoredAnswer(db, stop) is { } stored)
                {
                    return stored;
                }

                var now = clock.Stamp();
                await deadlines.ApplyBefore(db, now, stop);
                await db.KeepStamp(now, stop);
                var answer = await act(db, now);
                if (db.RosterChanged)
                {
                    await db.Stamps.ExecuteUpdateAsync(
                        stamps => stamps.SetProperty(stamp => stamp.Roster, stamp => stamp.Roster + 1),
                        stop
                    );
                }

                await Store(db, answer, now, stop);
                return answer;
            },
            cancel
        );

    private async Task<Answer?> StoredAnswer(FilingDb db, CancellationToken cancel)
    {
        if (caller.IdempotencyKey is not { } key)
        {
            return null;
        }

        if (key.Length > AnswerRow.KeyLength)
        {
            return Answer.Refused(
                caller,
                Refusals.BadParameter.With(
                    "Idempotency-Key",
                    $"至多 {AnswerRow.KeyLength} 个字",
                    $"at most {AnswerRow.KeyLength} characters"
                )
            );
        }

        var row = await db
            .Answers.AsNoTracking()
            .SingleOrDefaultAsync(answer => answer.Account == caller.Account && answer.Key == key, cancel);
        if (row is null)
        {
            return null;
        }

        return row.RequestHash == caller.RequestHash
            ? Answer.Stored(row.Status, row.ContentType, row.Body, row.ETag)
            : Answer.Refused(caller, Refusals.KeyReused.With());
    }

    /// <summary>
    /// Only answers of the domain are stored: a caller that was not allowed or sent wrong input may try again with the same key.
    /// </summary>
    private async Task Store(FilingDb db, Answer answer, DateTimeOffset now, CancellationToken cancel)
    {
        if (
            caller.IdempotencyKey is not { } key
            || answer.IsPrivate
            || answer.Status is not ((>= 200 and < 300) or StatusCodes.Status409Conflict or StatusCodes.Status422UnprocessableEntity)
        )
        {
            return;
        }

        var row = new AnswerRow
        {
            Account = caller.Account,
            Key = key,
            RequestHash = caller.RequestHash,
            Status = answer.Status,
            ContentType = answer.ContentType,
            Body = answer.Text,
            ETag = answer.ETag,
            At = now,
        };
        await db.InsertAll([row], cancel);
    }
}
