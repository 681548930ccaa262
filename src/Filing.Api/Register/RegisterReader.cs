using Contracts.Register;
using FilingApi.Data;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Register;

/// <summary>Asks the register: from memory, or for long past moments from the database, always through the one rule (R3).</summary>
public sealed class RegisterReader(
    RegisterIndex index,
    RegisterClock clock,
    IDbContextFactory<FilingDb> contexts,
    RegisterFollower? follower = null
)
{
    public DateTimeOffset Now => clock.Now;

    /// <summary>A verdict and the register sequence it read; null when the moment lies ahead.</summary>
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

            // Another process may have put it on record a moment ago: what is not green is confirmed where all of them write.
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

    /// <summary>
    /// Now is not before what was committed elsewhere by a clock that is ahead of ours. The stamp is read before the facts: all facts up
    /// to it are then seen.
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
