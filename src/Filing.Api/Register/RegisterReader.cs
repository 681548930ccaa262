using Contracts.Register;
using FilingApi.Data;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Register;

/// <summary>Asks the register: from memory, or for long past moments from the database, always through the one rule (R3).</summary>
public sealed class RegisterReader(RegisterIndex index, RegisterClock clock, IDbContextFactory<FilingDb> contexts)
{
    public DateTimeOffset Now => clock.Now;

    /// <summary>A verdict and the register sequence it read; null when the moment lies ahead.</summary>
    public sealed record Reading(Verdict Verdict, long Position);

    public async ValueTask<Reading?> Ask(string plate, PlateColour? colour, DateTimeOffset? at, Activity activity, GeoPoint? point, CancellationToken cancel)
    {
        if (at is { } given && !await clock.AskAt(given)) { return null; }

        var moment = at ?? await clock.AskNow();
        var position = index.Position;
        var histories = index.Holds(moment) ? index.Of(plate) : await FromDatabase(plate, cancel);
        return new Reading(Judge.Verdict(histories, new Question(plate, colour, moment, activity, point)), position);
    }

    private async Task<IReadOnlyList<History>> FromDatabase(string plate, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.HistoriesOf(plate, cancel);
    }
}
