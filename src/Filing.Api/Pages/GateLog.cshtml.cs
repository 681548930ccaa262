using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Trips;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Pages;

/// <summary>What the plant received, rejected, or took without a trip, of all its years.</summary>
public sealed class GateLogModel(FilingDb db) : ListPage
{
    private static readonly string[] Columns =
    [
        "csv.at",
        "field.plate",
        "csv.number",
        "list.m3",
        "gate.gross",
        "gate.tare",
        "field.reason",
    ];

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public IReadOnlyList<ReadGate.Done> Loads { get; private set; } = [];
    public override string Hint => Words["gatelog.hint"];

    private SearchGateLog.Kind Asked => WireName<SearchGateLog.Kind>.TryParse(Kind, out var kind) ? kind : SearchGateLog.Kind.Received;

    private SearchGateLog.Filter Filter => new(Q, Begin, End);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var chips = new List<ListChip>();
        foreach (var kind in Enum.GetValues<SearchGateLog.Kind>())
        {
            var count = StateOf(kind) is { } state ? await Trips(state).CountAsync(cancel) : await Arrivals().CountAsync(cancel);
            chips.Add(new ListChip(Words.Of("gatelog", kind), count, Address(("kind", kind.Wire())), kind == Asked));
        }

        Chips = chips;
        var page = StateOf(Asked) is { } asked
            ? await SearchGateLog.NewestTrips.Page(Trips(asked), Cursor, trip => ReadGate.DoneOf(trip), cancel, PageSize)
            : await SearchGateLog.NewestArrivals.Page(Arrivals(), Cursor, load => ReadGate.DoneOf(load), cancel, PageSize);
        (Loads, Next) = (page.Items, page.Next);
    }

    protected override async Task<ListTable> Table(CancellationToken cancel)
    {
        IEnumerable<object?[]> rows = StateOf(Asked) is { } asked
            ? (await SearchGateLog.NewestTrips.Ordered(Trips(asked)).Take(MostInFile).ToListAsync(cancel)).Select(trip =>
                Row(
                    trip.ClosedAt!.Value,
                    trip.Plate!,
                    trip.Id,
                    trip.ReceivedM3,
                    new Weights(trip.GrossKg, trip.TareKg, null),
                    trip.RejectionReason
                )
            )
            : (await SearchGateLog.NewestArrivals.Ordered(Arrivals()).Take(MostInFile).ToListAsync(cancel)).Select(load =>
                Row(load.At, load.Plate, load.Number, load.M3, new Weights(load.GrossKg, load.TareKg, null), null)
            );
        return new ListTable("gate", Columns, rows);
    }

    private static object?[] Row(DateTimeOffset at, string plate, string number, decimal? m3, Weights weights, string? reason) =>
        [Format.Moment(at), Format.Plate(plate), number, m3, weights.GrossKg, weights.TareKg, reason];

    private IQueryable<Trip> Trips(TripState state) => SearchGateLog.Trips(Filter, state, db, Caller.Organisation);

    private IQueryable<Arrival> Arrivals() => SearchGateLog.Arrivals(Filter, db, Caller.Organisation);

    private static TripState? StateOf(SearchGateLog.Kind kind) =>
        kind switch
        {
            SearchGateLog.Kind.Received => TripState.Received,
            SearchGateLog.Kind.Rejected => TripState.Rejected,
            _ => null,
        };
}
