using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Evidence;

/// <summary>The acts of administration, newest first.</summary>
public static class ListAdminActs
{
    private static readonly Paging<TimelineEntry> Newest = Paging<TimelineEntry>.NewestFirst(act => act.Id);
    private static readonly SubjectKind[] Administration = [.. Enum.GetValues<SubjectKind>().Where(kind => kind >= SubjectKind.Town)];

    /// <summary>
    /// <c>what</c>: subject and act, such as <c>account-made</c>; <c>changes</c>: the columns it set, secrets as their hash.
    /// </summary>
    public sealed record AdminActView(
        DateTimeOffset At,
        string Account,
        string Organisation,
        string What,
        string Subject,
        TimelineDetail? Detail,
        string? Changes
    )
    {
        public static AdminActView Of(TimelineEntry act) =>
            new(act.At, act.Account, act.Organisation, $"{act.Subject.Wire()}-{act.Act}", act.Key, act.Detail, act.Changes);
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/acts", Handle)
            .RequireAccess("ListAdminActs", Role.Supervisor, Role.Admin)
            .Takes(Parameter.Cursor)
            .Produces<Page<AdminActView>>();

    public static async Task<Answer> Handle(HttpRequest http, FilingDb db, Caller caller, CancellationToken cancel)
    {
        var query = new Query(http);
        var cursor = query.Cursor();
        if (query.Faults.Count > 0)
        {
            return Answer.Refused(caller, query.Faults);
        }

        var acts = db.Timeline.AsNoTracking().Where(act => Administration.Contains(act.Subject));
        if (caller.Role != Role.Admin)
        {
            acts = acts.InTownsOf(caller);
        }

        return Answer.Ok(await Newest.Page(acts, cursor, AdminActView.Of, cancel));
    }
}
