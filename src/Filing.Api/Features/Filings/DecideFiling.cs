using Contracts.Delivery;
using Contracts.Filing;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;

namespace FilingApi.Features.Filings;

/// <summary>What every decision on a filing shares: it is loaded, held against its version, decided, told, and shown.</summary>
public static class DecideFiling
{
    public static Task<Answer> Decide(
        string number,
        WriteSession session,
        Caller caller,
        Func<FilingDb, Filing, DateTimeOffset, Task<Refusal?>> decide,
        CancellationToken cancel
    ) =>
        session.Write(
            async (db, now) =>
            {
                if (await db.FilingFor(caller, number, cancel) is not { } filing)
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                if (await db.Stale(caller, filing, now, cancel) is { } stale)
                {
                    return Answer.Refused(caller, stale);
                }

                var wasWaiting = filing.Status == FilingStatus.Submitted;
                if (await decide(db, filing, now) is { } refusal)
                {
                    return Answer.Refused(caller, refusal);
                }

                await db.Add(filing.TakeNewFacts(), cancel);
                if (wasWaiting)
                {
                    await db.ClearDeadline(FilingDeadlines.Undecided, number, cancel);
                    db.Emit(
                        new ReviewEnded
                        {
                            Number = number,
                            Version = filing.Version,
                            Town = filing.Town,
                            Outcome = filing.Status.Wire(),
                            EndedAt = now,
                        },
                        filing.Town
                    );
                }

                db.LiveEvents.Add(new LiveEvent("filing-decided", number, filing.Town, filing.Enterprise, now));
                return Answer.Ok(await FilingView.Of(db, filing, caller, now, cancel), filing.Version);
            },
            cancel
        );
}
