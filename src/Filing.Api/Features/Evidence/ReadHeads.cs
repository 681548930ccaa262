using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Evidence;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Evidence;

/// <summary>The heads of the chains at the end of a day, to be written down outside: who keeps one can prove all that came before. And the acts of administration.</summary>
public static class ReadHeads
{
    public sealed record HeadsView(DateOnly Day, IReadOnlyList<HeadView> Heads);

    private static readonly SubjectKind[] Administration = [.. Enum.GetValues<SubjectKind>().Where(kind => kind >= SubjectKind.Town)];

    /// <summary><c>what</c>: subject and act, such as <c>account-made</c>; <c>changes</c>: the columns it set, secrets as their hash.</summary>
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

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/heads", Heads)
            .RequireAccess("ReadHeads", Role.Supervisor, Role.Admin)
            .Takes(new Parameter("day", typeof(string), "A day such as 2026-11-24; left out: today."))
            .Produces<HeadsView>();
        api.MapGet("/acts", Acts)
            .RequireAccess("ListAdminActs", Role.Supervisor, Role.Admin)
            .Takes(Parameter.Cursor)
            .Produces<Page<AdminActView>>();
    }

    public static async Task<Answer> Heads(
        HttpRequest http,
        FilingDb filing,
        QuestionDb questions,
        [FromKeyedServices(nameof(FilingDb))] Chain filingChain,
        [FromKeyedServices(nameof(QuestionDb))] Chain questionChain,
        Caller caller,
        RegisterClock clock,
        CancellationToken cancel
    )
    {
        var day = ChinaTime.DayOf(clock.Now);
        if (new Query(http).Text("day") is { } text && !DateOnly.TryParseExact(text, "yyyy-MM-dd", out day))
        {
            return Answer.Refused(caller, Refusals.BadParameter.At("/day", "day", "日期，如 2026-11-24", "a day such as 2026-11-24"));
        }

        return Answer.Ok(
            new HeadsView(
                day,
                [
                    .. await Of(filing, Book.OfFiling, filingChain, day, cancel),
                    .. await Of(questions, Book.OfQuestions, questionChain, day, cancel),
                ]
            )
        );
    }

    public static async Task<Answer> Acts(HttpRequest http, FilingDb db, Caller caller, CancellationToken cancel)
    {
        var query = new Query(http);
        var cursor = query.Cursor();
        if (query.Faults.Count > 0)
        {
            return Answer.Refused(caller, query.Faults);
        }

        var before = cursor is not null && long.TryParse(cursor.Key, out var key) ? key : long.MaxValue;
        var rows = await db
            .Timeline.AsNoTracking()
            .Where(act => Administration.Contains(act.Subject) && act.Id < before)
            .OrderByDescending(act => act.Id)
            .Take(Cursor.PageSize + 1)
            .ToListAsync(cancel);
        return Answer.Ok(
            Cursor.Page(
                rows,
                act => new Cursor(act.At, act.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                AdminActView.Of
            )
        );
    }

    private static async Task<List<HeadView>> Of(
        DbContext db,
        IReadOnlyList<Book> books,
        Chain chain,
        DateOnly day,
        CancellationToken cancel
    )
    {
        var views = new List<HeadView>();
        var present = chain.HeadsIn(db);
        foreach (var book in books)
        {
            if (present.TryGetValue(book.Name, out var open) && open.Day <= day)
            {
                views.Add(PresentHeads.Open(book.Name, open));
            }
            else if (
                await db.Set<HeadRow>()
                    .AsNoTracking()
                    .Where(head => head.Book == book.Name && head.Day <= day)
                    .OrderByDescending(head => head.Day)
                    .FirstOrDefaultAsync(cancel) is
                { } closed
            )
            {
                views.Add(new HeadView(book.Name, closed.Day, closed.Links, Convert.ToHexStringLower(closed.Hash), closed.Algorithm, true));
            }
        }

        return views;
    }
}
