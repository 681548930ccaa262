using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Evidence;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Evidence;

/// <summary>
/// The heads of the chains at the end of a day. Whoever keeps one outside the service can prove everything before it.
/// </summary>
public static class ReadHeads
{
    public sealed record HeadsView(DateOnly Day, IReadOnlyList<HeadView> Heads);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/heads", Heads)
            .RequireAccess("ReadHeads", Role.Supervisor, Role.Admin)
            .Takes(new Parameter("day", typeof(string), "A day such as 2026-11-24; left out: today."))
            .Produces<HeadsView>();

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
