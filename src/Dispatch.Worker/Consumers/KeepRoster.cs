using Contracts.Delivery;
using Contracts.Filing;
using DispatchWorker.Data;
using MassTransit;

namespace DispatchWorker.Consumers;

/// <summary>Stores the part of the roster that planning needs: trucks, plants, depots and haulers.</summary>
public sealed class KeepRoster(Writer<DispatchDb> writer, TimeProvider clock) : IConsumer<RosterChanged>
{
    public Task Consume(ConsumeContext<RosterChanged> context) =>
        writer.Keep(
            context,
            nameof(KeepRoster),
            clock,
            async (db, cancel) =>
            {
                await db.KeepNewest(context.Message.Trucks.Select(RosterTruckRow.Of), cancel);
                await db.KeepNewest(context.Message.Plants.Select(RosterPlantRow.Of), cancel);
                await db.KeepNewest(context.Message.Depots.Select(RosterDepotRow.Of), cancel);
                await db.KeepNewest(context.Message.Owners.Select(RosterOwnerRow.Of), cancel);
            }
        );
}
