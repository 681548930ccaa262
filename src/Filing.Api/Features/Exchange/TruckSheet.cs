using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Registry;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Exchange;

public sealed class TruckSheet()
    : Sheet(
        "trucks",
        typeof(RegisterTruck.Request),
        [
            new("plate", "车牌", "/plate"),
            new("colour", "颜色", "/colour"),
            new("owner", "运输单位", "/owner"),
            new("tankM3", "罐容m3", "/tankM3", Cell.Number),
            new("payloadT", "载重t", "/payloadT", Cell.Number),
            new("papersUntil", "证件到期", "/papersUntil", Cell.Day),
        ]
    )
{
    public override async Task<IReadOnlyList<IReadOnlyList<object?>>> Read(FilingDb db, CancellationToken cancel) =>
        [
            .. (await db.Trucks.AsNoTracking().OrderBy(row => row.Plate).ThenBy(row => row.Colour).ToListAsync(cancel)).Select(row =>
                new object?[] { row.Plate, row.Colour.Wire(), row.Owner, row.TankM3, row.PayloadT, $"{row.PapersUntil:yyyy-MM-dd}" }
            ),
        ];

    public override string KeyOf(object request) =>
        request is RegisterTruck.Request truck ? $"{Plate.Parse(truck.Plate).Value} {truck.Colour.Wire()}" : "";

    public override Task<IReadOnlyList<RowResult>> Take(
        Taking taking,
        IReadOnlyList<GoodRow> rows,
        object? prepared,
        CancellationToken cancel
    ) => OneByOne(rows, taking.Caller, request => Put(taking, (RegisterTruck.Request)request, cancel));

    private static async Task<(string, Refusal?)> Put(Taking taking, RegisterTruck.Request request, CancellationToken cancel)
    {
        var (db, plate) = (taking.Db, Plate.Parse(request.Plate).Value);
        if (await db.Organisations.FindAsync([request.Owner], cancel) is null)
        {
            return (Refused, Refusals.UnknownReference.At("/owner", request.Owner));
        }

        if (await db.Trucks.FindAsync([plate, request.Colour], cancel) is { } known)
        {
            if (
                (known.Owner, known.TankM3, known.PayloadT, known.PapersUntil)
                == (request.Owner, request.TankM3, request.PayloadT, request.PapersUntil)
            )
            {
                return (Unchanged, null);
            }

            (known.Owner, known.TankM3, known.PayloadT, known.PapersUntil) = (
                request.Owner,
                request.TankM3,
                request.PayloadT,
                request.PapersUntil
            );
            known.Log("changed", taking.Caller.Actor, taking.Now);
            return (Changed, null);
        }

        var made = new Truck
        {
            Plate = plate,
            Colour = request.Colour,
            Owner = request.Owner,
            TankM3 = request.TankM3,
            PayloadT = request.PayloadT,
            PapersUntil = request.PapersUntil,
        };
        db.Trucks.Add(made);
        made.Begin("made", taking.Caller.Actor, taking.Now);
        return (Added, null);
    }
}
