using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Data;

public static class TimelineQueries
{
    /// <summary>Everything that was done to one subject, in order; also what this unit of work has done and not saved yet.</summary>
    public static async Task<IReadOnlyList<TimelineEntry>> TimelineOf(this FilingDb db, ISubject subject, CancellationToken cancel)
    {
        var (kind, key) = (subject.Ref.Kind, subject.Ref.Key);
        var saved = await db
            .Timeline.AsNoTracking()
            .Where(entry => entry.Subject == kind && entry.Key == key)
            .OrderBy(entry => entry.Id)
            .ToListAsync(cancel);
        return [.. saved, .. subject.NewActs];
    }

    /// <summary>An act on something that has no row of its own, such as personal data shown.</summary>
    public static void Note(
        this FilingDb db,
        SubjectRef subject,
        string act,
        Actor actor,
        DateTimeOffset at,
        TimelineDetail? detail = null
    ) =>
        db.Timeline.Add(
            new TimelineEntry
            {
                Subject = subject.Kind,
                Key = subject.Key,
                Town = subject.Town,
                Seq = 0,
                Act = act,
                At = at,
                Account = actor.Account,
                Organisation = actor.Organisation,
                Detail = detail,
            }
        );
}
