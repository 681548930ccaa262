using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Registry;

/// <summary>What entering an organisation, a plant and a depot have in common.</summary>
internal static class AddPlace
{
    public static Task<Answer> Add<T>(
        T place,
        string code,
        object view,
        string? town,
        WriteSession session,
        Caller caller,
        CancellationToken cancel
    )
        where T : Subject =>
        session.Write(
            async (db, now) =>
            {
                if (town is not null && !await db.Towns.AnyAsync(known => known.Code == town, cancel))
                {
                    return Answer.Refused(caller, Refusals.UnknownReference.At("/town", town));
                }

                if (await db.FindAsync<T>([code], cancel) is not null)
                {
                    return Answer.Refused(caller, Refusals.AlreadyThere.At("/code", code));
                }

                db.Set<T>().Add(place);
                place.Begin("made", caller.Actor, now);
                db.RosterChanged = true;
                return Answer.Created(view);
            },
            cancel
        );
}
