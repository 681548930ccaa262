using System.Text.Json.Serialization;
using Contracts.Register;

namespace FilingApi.Domain;

[JsonConverter(typeof(WireNameConverter<OrderStatus>))]
public enum OrderStatus
{
    Published,
    Confirmed,
    Working,
    Done,
    Declined,
    Cancelled,
}

/// <summary>What can be done to an order; the last four are done to its stops and its trip.</summary>
public enum OrderAct
{
    Confirm,
    Decline,
    Cancel,
    Begin,
    Finish,
    Skip,
    Close,
}

/// <summary>R9's order as data: every state × act is decided here and nowhere else.</summary>
public static class OrderMoves
{
    public static bool Allows(OrderStatus status, OrderAct act) =>
        (status, act) switch
        {
            (OrderStatus.Published, OrderAct.Confirm or OrderAct.Decline or OrderAct.Cancel or OrderAct.Begin or OrderAct.Skip) => true,
            (OrderStatus.Confirmed, OrderAct.Decline or OrderAct.Cancel or OrderAct.Begin or OrderAct.Skip) => true,
            (OrderStatus.Working, OrderAct.Begin or OrderAct.Finish or OrderAct.Skip or OrderAct.Close) => true,
            (OrderStatus.Done, OrderAct.Close) => true,
            _ => false,
        };

    /// <summary>Where an order is: a function of what was decided about it and of its stops.</summary>
    public static OrderStatus Of(Order order) =>
        order switch
        {
            { CancelledAt: not null } => OrderStatus.Cancelled,
            { DeclinedAt: not null } => OrderStatus.Declined,
            { HasOpenStop: false } => OrderStatus.Done,
            { HasBegun: true } => OrderStatus.Working,
            { ConfirmedAt: not null } => OrderStatus.Confirmed,
            _ => OrderStatus.Published,
        };

    public static string Zh(OrderStatus status) =>
        status switch
        {
            OrderStatus.Published => "已下达",
            OrderStatus.Confirmed => "已确认",
            OrderStatus.Working => "作业中",
            OrderStatus.Done => "已完成",
            OrderStatus.Declined => "已拒单",
            OrderStatus.Cancelled => "已取消",
            _ => throw new InvalidOperationException($"No word for {status}."),
        };
}
