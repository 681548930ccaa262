using FilingApi.Domain;
using FilingApi.Web;

namespace FilingApi.Features.Filings;

/// <summary>An enterprise changes a draft, or puts the corrections of a returned filing aside until it submits again (R7).</summary>
public static class EditFiling
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/filings/{number}", Handle)
            .RequireAccess("EditFiling", Role.Enterprise)
            .Refuses(Refusals.NotFound, Refusals.StaleVersion, Refusals.WrongMove)
            .Produces<FilingView>();

    public static Task<Answer> Handle(
        string number,
        FilingRequest request,
        WriteSession session,
        Caller caller,
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

                if (filing.Edit(request.ToBody(), caller.Actor, now) is { } refusal)
                {
                    return Answer.Refused(caller, refusal);
                }

                return Answer.Ok(await FilingView.Of(db, filing, caller, now, cancel), filing.Version);
            },
            cancel
        );
}
