using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Filings;

/// <summary>One filing whole, or the list, newest first.</summary>
public static class ReadFilings
{
    public static readonly Paging<Filing> Newest = Paging<Filing>.NewestFirst(filing => filing.CreatedAt, filing => filing.Number);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/filings/{number}", One)
            .RequireAccess("ReadFiling", Role.Enterprise, Role.Station, Role.Supervisor)
            .Refuses(Refusals.NotFound)
            .Produces<FilingView>();
        api.MapGet("/filings", List)
            .RequireAccess("ListFilings", Role.Enterprise, Role.Station, Role.Supervisor)
            .Takes(
                Parameter.Option<FilingStatus>("status", "Where the filing stands now."),
                Parameter.Plate,
                Parameter.Instant("from", "Windows that end at or after it."),
                Parameter.Instant("to", "Windows that begin at or before it."),
                Parameter.Cursor
            )
            .Produces<Page<FilingRow>>();
    }

    /// <summary>A line of the list: no personal data.</summary>
    public sealed record FilingRow(
        string Number,
        FilingStatus Status,
        int Version,
        string Town,
        string Enterprise,
        WasteKind Kind,
        string Site,
        DateTimeOffset From,
        DateTimeOffset To,
        decimal M3,
        int Trips,
        bool Emergency,
        IReadOnlyList<TruckRef> Trucks,
        string Plant,
        DateTimeOffset? SubmittedAt,
        DateTimeOffset? DueAt,
        bool Overdue
    );

    public sealed record Filter(
        FilingStatus? Status = null,
        string? Plate = null,
        DateTimeOffset? From = null,
        DateTimeOffset? To = null,
        Cursor? Cursor = null
    );

    public static async Task<Answer> One(string number, FilingDb db, Caller caller, RegisterClock clock, CancellationToken cancel) =>
        await db.FilingFor(caller, number, cancel) is { } filing
            ? Answer.Ok(await FilingView.Of(db, filing, caller, clock.Now, cancel), filing.Version)
            : Answer.Refused(caller, Refusals.NotFound.With());

    public static async Task<Answer> List(HttpRequest http, FilingDb db, Caller caller, RegisterClock clock, CancellationToken cancel)
    {
        var query = new Query(http);
        var (status, from, to, plate, cursor) = (
            query.Option<FilingStatus>("status"),
            query.Instant("from"),
            query.Instant("to"),
            PlateOf(query),
            query.Cursor()
        );
        if (query.Faults.Count > 0)
        {
            return Answer.Refused(caller, query.Faults);
        }

        return Answer.Ok(await Find(new Filter(status, plate, from, to, cursor), db, caller, clock.Now, cancel));
    }

    public static async Task<Page<FilingRow>> Find(Filter filter, FilingDb db, Caller caller, DateTimeOffset now, CancellationToken cancel)
    {
        var (status, plate, from, to, cursor) = filter;
        var filings = db.Filings.AsNoTracking().VisibleTo(caller);
        filings = status switch
        {
            null => filings,
            FilingStatus.Recorded => filings.Where(filing => filing.Status == FilingStatus.Recorded && filing.To >= now),
            FilingStatus.Expired => filings.Where(filing => filing.Status == FilingStatus.Recorded && filing.To < now),
            _ => filings.Where(filing => filing.Status == status),
        };
        if (plate is not null)
        {
            filings = filings.Where(filing => db.FilingTrucks.Any(truck => truck.Number == filing.Number && truck.Plate == plate));
        }

        if (from is not null)
        {
            filings = filings.Where(filing => filing.To >= from);
        }

        if (to is not null)
        {
            filings = filings.Where(filing => filing.From <= to);
        }

        return await Newest.Page(filings, cursor, filing => Row(filing, now), cancel);
    }

    private static string? PlateOf(Query query)
    {
        if (query.Text("plate") is not { } text)
        {
            return null;
        }

        if (Plate.TryParse(text, out var plate))
        {
            return plate.Value;
        }

        query.Wrong("plate", "车牌", "a plate");
        return null;
    }

    public static FilingRow Row(Filing filing, DateTimeOffset now) =>
        new(
            filing.Number,
            filing.StatusAt(now),
            filing.Version,
            filing.Town,
            filing.Enterprise,
            filing.Body.Kind,
            filing.Body.Site.Name,
            filing.From,
            filing.To,
            filing.Body.M3,
            filing.Body.Trips,
            filing.Body.Emergency,
            filing.Body.Trucks,
            filing.Body.Plant,
            filing.SubmittedAt,
            filing.DueAt,
            filing.IsOverdueAt(now)
        );
}
