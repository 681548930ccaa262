using Contracts.Delivery;
using Contracts.Filing;
using DispatchWorker.Data;
using MassTransit;

namespace DispatchWorker.Consumers;

/// <summary>Stores the present state of orders (R9).</summary>
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
