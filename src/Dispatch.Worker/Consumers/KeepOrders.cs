using Contracts.Delivery;
using Contracts.Filing;
using DispatchWorker.Data;
using MassTransit;

namespace DispatchWorker.Consumers;

/// <summary>Keeps the orders as they now are (R9).</summary>
public sealed class KeepOrders(Writer<DispatchDb> writer, TimeProvider clock) : IConsumer<OrdersChanged>
{
    public Task Consume(ConsumeContext<OrdersChanged> context) =>
        writer.Keep(
            context,
            nameof(KeepOrders),
            clock,
            (db, cancel) => db.KeepNewest(context.Message.Orders.Select(PlanningOrderRow.Of), cancel)
        );
}
