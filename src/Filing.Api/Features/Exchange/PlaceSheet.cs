using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Exchange;

/// <summary>Villages, parks and roads of a town with their centres; left out, the town is the administrator's or the first one.</summary>
public sealed class PlaceSheet()
    : Sheet(
        "places",
        typeof(PlaceRequest),
        [
            new("name", "名称", "/name"),
            new("kind", "类别", "/kind"),
            new("lat", "纬度", "/point/lat", Cell.Number),
            new("lon", "经度", "/point/lon", Cell.Number),
            new("datum", "坐标系", "/datum"),
            new("town", "属地", "/town"),
        ]
    )
{
    public sealed record PlaceRequest
    {
        public required string Name { get; init; }
        public required PlaceKind Kind { get; init; }
        public required GeoPoint Point { get; init; }
        public Datum? Datum { get; init; }
        public string? Town { get; init; }
    }

    public sealed class Rules : AbstractValidator<PlaceRequest>
    {
        public Rules()
        {
            RuleFor(request => request.Name).Text(1, 100);
            RuleFor(request => request.Point).InChina();
            RuleFor(request => request.Town).Text(1, 40);
        }
    }

    public override async Task<IReadOnlyList<IReadOnlyList<object?>>> Read(FilingDb db, CancellationToken cancel) =>
        [
            .. (await db.Places.AsNoTracking().OrderBy(row => row.Town).ThenBy(row => row.Name).ToListAsync(cancel)).Select(row =>
                new object?[] { row.Name, row.Kind.Wire(), row.Lat, row.Lon, "wgs84", row.Town }
            ),
        ];

    public override string KeyOf(object request) =>
        request is PlaceRequest place ? (place.Town is null ? place.Name : $"{place.Town} {place.Name}") : "";

    public override Task<IReadOnlyList<RowResult>> Take(
        Taking taking,
        IReadOnlyList<GoodRow> rows,
        object? prepared,
        CancellationToken cancel
    ) => OneByOne(rows, taking.Caller, request => Put(taking, (PlaceRequest)request, cancel));

    private static async Task<(string, Refusal?)> Put(Taking taking, PlaceRequest request, CancellationToken cancel)
    {
        var (db, point) = (taking.Db, request.Point.ToWgs84(request.Datum));
        var code = request.Town ?? taking.Caller.Town ?? await db.Towns.MinAsync(town => town.Code, cancel);
        if (code is null || await db.Towns.FindAsync([code], cancel) is null)
        {
            return (Refused, Refusals.UnknownReference.At("/town", code));
        }

        if (await db.Places.FindAsync([code, request.Name], cancel) is { } known)
        {
            if ((known.Kind, known.Lat, known.Lon) == (request.Kind, point.Lat, point.Lon))
            {
                return (Unchanged, null);
            }

            (known.Kind, known.Lat, known.Lon) = (request.Kind, point.Lat, point.Lon);
            known.Log("changed", taking.Caller.Actor, taking.Now);
            return (Changed, null);
        }

        var made = new Place
        {
            Town = code,
            Name = request.Name,
            Kind = request.Kind,
            Lat = point.Lat,
            Lon = point.Lon,
        };
        db.Places.Add(made);
        made.Begin("made", taking.Caller.Actor, taking.Now);
        return (Added, null);
    }
}
