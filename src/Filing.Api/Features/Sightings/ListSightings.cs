using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Sightings;

/// <summary>Accepted sightings with their judgement, by code or <c>doubtful</c>, newest first.</summary>
public static class ListSightings
{
    private const string Doubtful = "doubtful";
    private static readonly Paging<SightingRow> Newest = Paging<SightingRow>.NewestFirst(row => row.At!.Value, row => row.Id);

    /// <summary>
    /// <c>Id</c>: of paths and runs; <c>SenderId</c>: the account's own. <c>Code</c>: R3's, <c>doubtful</c> while a person has to
    /// look, null while the judgement is on its way.
    /// </summary>
    public sealed record SightingView(
        string Id,
        string Account,
        string SenderId,
        string Town,
        string? Code,
        string Source,
        string? Device,
        string Plate,
        PlateColour? Colour,
        DateTimeOffset At,
        DateTimeOffset ArrivedAt,
        GeoPoint? Point,
        Activity Activity,
        double Confidence,
        string? Vehicle,
        string? Photo,
        string? Review
    )
    {
        public static SightingView Of(SightingRow row) =>
            new(
                row.Id,
                row.Account,
                row.SenderId,
                row.Town,
                row.Code is { } code ? code.Wire()
                    : row.Doubtful ? Doubtful
                    : null,
                row.Source!,
                row.Device,
                row.Plate!,
                row.Colour,
                row.At!.Value,
                row.ArrivedAt,
                row is { Lat: { } lat, Lon: { } lon } ? new GeoPoint(lat, lon) : null,
                row.Activity!.Value,
                row.Confidence!.Value,
                row.Vehicle,
                row.Photo,
                row.ReviewResult
            );
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/sightings", Handle)
            .RequireAccess("ListSightings", Role.Squad, Role.Supervisor)
            .Takes(
                Parameter.Option<VerdictCode>("status", "How it was judged, or `doubtful`: waiting for a person.", Doubtful),
                Parameter.Cursor
            )
            .Produces<Page<SightingView>>();

    public static async Task<Answer> Handle(HttpRequest http, FilingDb db, Caller caller, CancellationToken cancel)
    {
        var query = new Query(http);
        var (doubtful, cursor) = (query.Text("status") == Doubtful, query.Cursor());
        var code = doubtful ? null : query.Option<VerdictCode>("status");
        if (query.Faults.Count > 0)
        {
            return Answer.Refused(caller, query.Faults);
        }

        var sightings = db.Sightings.AsNoTracking().InTownsOf(caller).Where(row => row.RefusedCode == null);
        if (doubtful)
        {
            sightings = sightings.Where(row => row.Doubtful && row.Code == null && row.ReviewResult == null);
        }

        if (code is not null)
        {
            sightings = sightings.Where(row => row.Code == code);
        }

        return Answer.Ok(await Newest.Page(sightings, cursor, SightingView.Of, cancel));
    }
}
