using Contracts.Register;
using FilingApi.Data;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Register;

/// <summary>
/// Answers questions about the register: from memory, or for the distant past from the database, always by the same rule (R3).
/// </summary>
public sealed class RegisterReader(
    RegisterIndex index,
    RegisterClock clock,
    IDbContextFactory<FilingDb> contexts,
    RegisterFollower? follower = null
)
{
    public DateTimeOffset Now => clock.Now;

    /// <summary>A verdict and the register sequence it read; null when the moment is in the future.</summary>
    public sealed record Reading(Verdict Verdict, long Position);

    public async ValueTask<Reading?> Ask(
        string plate,
        PlateColour? colour,
        DateTimeOffset? at,
        Activity activity,
        GeoPoint? point,
        CancellationToken cancel
    )
    {
        if (at is { } given && !await clock.AskAt(given))
        {
            return null;
        }

        var moment = at ?? await clock.AskNow();
        var position = index.Position;
        if (index.Holds(moment) && follower is not { IsLate: true })
        {
            var verdict = Judge.Verdict(index.Of(plate), new Question(plate, colour, moment, activity, point));

            // Another process may have recorded a filing a moment ago: any answer but green is confirmed in the common store.
            if (follower is null || verdict.Colour == VerdictColour.Green)
            {
                return new Reading(verdict, position);
            }
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (at is null && follower is not null)
        {
            moment = await AfterAllCommits(db, moment, cancel);
        }

        return new Reading(
            Judge.Verdict(await db.HistoriesOf(plate, cancel), new Question(plate, colour, moment, activity, point)),
            position
        );
    }

    /// <summary>One filing's or order's own history, and a present moment that no later act can be dated before.</summary>
    public async Task<(History History, DateTimeOffset Now)> Own(string number, CancellationToken cancel)
    {
        var now = await clock.AskNow();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (follower is not null)
        {
            now = await AfterAllCommits(db, now, cancel);
        }

        return (await db.HistoryOf(number, cancel), now);
    }

    /// <summary>
    /// "Now" is never before a stamp that another process committed with a faster clock. The stamp is read before the facts, so that all
    /// facts up to it are seen.
    /// </summary>
    private async Task<DateTimeOffset> AfterAllCommits(FilingDb db, DateTimeOffset moment, CancellationToken cancel)
    {
        var stamp = await db.Stamps.AsNoTracking().Select(row => row.Last).SingleAsync(cancel);
        if (stamp <= moment)
        {
            return moment;
        }

        clock.TakeOver(stamp);
        clock.Answered(stamp);
        return stamp;
    }
}
