using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Filings;

/// <summary>The station's inbox, as the bus filled it: how many wait, how many are overdue, and which, by deadline.</summary>
public static class ReadReviews
{
    public sealed record InboxView(int Waiting, int Overdue, IReadOnlyList<ReviewView> Items, string? Next);

    public sealed record ReviewView(
        string Number,
        string Kind,
        bool Emergency,
        DateTimeOffset SubmittedAt,
        DateTimeOffset? DueAt,
        bool Overdue
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/reviews", Handle)
            .RequireAccess("ListReviews", Role.Station, Role.Supervisor)
            .Takes(Parameter.Cursor)
            .Produces<InboxView>();

    public static async Task<Answer> Handle(HttpRequest http, FilingDb db, Caller caller, RegisterClock clock, CancellationToken cancel)
    {
        var query = new Query(http);
        var cursor = query.Cursor();
        if (query.Faults.Count > 0)
        {
            return Answer.Refused(caller, query.Faults);
        }

        var now = clock.Now;
        var waiting = db.Reviews.AsNoTracking().Where(review => review.EndedAt == null).InTownsOf(caller);
        var (count, overdue) = (await waiting.CountAsync(cancel), await waiting.CountAsync(review => review.DueAt < now, cancel));

        // A filing without a due moment waits for its calendar, behind those that have one.
        var far = DateTimeOffset.FromUnixTimeMilliseconds(253402300799999);
        var items = cursor is { At: var at, Key: var key }
            ? waiting.Where(review => (review.DueAt ?? far) > at || ((review.DueAt ?? far) == at && review.Number.CompareTo(key) > 0))
            : waiting;
        var rows = await items
            .OrderBy(review => review.DueAt ?? far)
            .ThenBy(review => review.Number)
            .Take(Cursor.PageSize + 1)
            .ToListAsync(cancel);
        var page = Cursor.Page(
            rows,
            review => new Cursor(review.DueAt ?? far, review.Number),
            review => new ReviewView(review.Number, review.Kind, review.Emergency, review.SubmittedAt, review.DueAt, review.DueAt < now)
        );
        return Answer.Ok(new InboxView(count, overdue, page.Items, page.Next));
    }
}
