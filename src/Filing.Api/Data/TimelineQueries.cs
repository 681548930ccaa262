using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Data;

public static class TimelineQueries
{
    /// <summary>Everything that was done to one subject, in order, including unsaved acts of this unit of work.</summary>
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

    /// <summary>Adds an act that changes no row, such as showing personal data.</summary>
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
