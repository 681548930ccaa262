using Contracts.Delivery;
using Contracts.Filing;
using DispatchWorker.Data;
using MassTransit;

namespace DispatchWorker.Consumers;

/// <summary>Stores the fleet data of haulers and the centre, in general and by date (R9).</summary>
public sealed class KeepFleet(Writer<DispatchDb> writer, TimeProvider clock) : IConsumer<FleetChanged>
{
    public Task Consume(ConsumeContext<FleetChanged> context) =>
        writer.Keep(
            context,
            nameof(KeepFleet),
            clock,
            async (db, cancel) =>
            {
                await db.KeepNewest(context.Message.Trucks.Select(FleetTruckRow.Of), cancel);
                await db.KeepNewest(context.Message.TruckDays.Select(FleetTruckDayRow.Of), cancel);
                await db.KeepNewest(context.Message.Plants.Select(FleetPlantRow.Of), cancel);
                await db.KeepNewest(context.Message.PlantDays.Select(FleetPlantDayRow.Of), cancel);
            }
        );
}
