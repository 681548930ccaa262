using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Registry;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Exchange;

public sealed class PlantSheet()
    : Sheet(
        "plants",
        typeof(RegisterPlant.Request),
        [
            new("code", "编号", "/code"),
            new("name", "名称", "/name"),
            new("lat", "纬度", "/point/lat", Cell.Number),
            new("lon", "经度", "/point/lon", Cell.Number),
            new("datum", "坐标系", "/datum"),
            new("radiusM", "半径m", "/radiusM", Cell.Number),
            new("opens", "开门", "/opens", Cell.Time),
            new("closes", "关门", "/closes", Cell.Time),
            new("accepts", "接收类别", "/accepts", Cell.List),
        ]
    )
{
    public override async Task<IReadOnlyList<IReadOnlyList<object?>>> Read(FilingDb db, CancellationToken cancel) =>
        [
            .. (await db.Plants.AsNoTracking().OrderBy(row => row.Code).ToListAsync(cancel)).Select(row =>
                new object?[]
                {
                    row.Code,
                    row.Name,
                    row.Lat,
                    row.Lon,
                    "wgs84",
                    row.RadiusM,
                    row.Opens,
                    row.Closes,
                    string.Join(';', row.Accepts.Select(kind => kind.Wire())),
                }
            ),
        ];

    public override string KeyOf(object request) => ((RegisterPlant.Request)request).Code;

    public override Task<IReadOnlyList<RowResult>> Take(
        Taking taking,
        IReadOnlyList<GoodRow> rows,
        object? prepared,
        CancellationToken cancel
    ) => OneByOne(rows, taking.Caller, request => Put(taking, (RegisterPlant.Request)request, cancel));

    private static async Task<(string, Refusal?)> Put(Taking taking, RegisterPlant.Request request, CancellationToken cancel)
    {
        var (db, point) = (taking.Db, request.Point.ToWgs84(request.Datum));
        if (await db.Plants.FindAsync([request.Code], cancel) is { } known)
        {
            if (
                (known.Name, known.Lat, known.Lon, known.RadiusM, known.Opens, known.Closes)
                    == (request.Name, point.Lat, point.Lon, request.RadiusM, request.Opens, request.Closes)
                && known.Accepts.SequenceEqual(request.Accepts)
            )
            {
                return (Unchanged, null);
            }

            (known.Name, known.Lat, known.Lon, known.RadiusM, known.Opens, known.Closes, known.Accepts) = (
                request.Name,
                point.Lat,
                point.Lon,
                request.RadiusM,
                request.Opens,
                request.Closes,
                request.Accepts
            );
            known.Log("changed", taking.Caller.Actor, taking.Now);
            return (Changed, null);
        }

        var made = new Plant
        {
            Code = request.Code,
            Name = request.Name,
            Lat = point.Lat,
            Lon = point.Lon,
            RadiusM = request.RadiusM,
            Opens = request.Opens,
            Closes = request.Closes,
            Accepts = request.Accepts,
        };
        db.Plants.Add(made);
        made.Begin("made", taking.Caller.Actor, taking.Now);
        return (Added, null);
    }
}
