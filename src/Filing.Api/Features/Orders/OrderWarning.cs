using System.Text.Json.Serialization;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;

namespace FilingApi.Features.Orders;

[JsonConverter(typeof(WireNameConverter<OrderWarningKind>))]
public enum OrderWarningKind
{
    OverTank,
    OffDuty,
    PapersOut,
}

/// <summary>What is shown about an order by hand, but taken (R9).</summary>
public sealed record OrderWarning(OrderWarningKind Kind, string Sentence)
{
    public static async Task<IReadOnlyList<OrderWarning>> Of(Order order, Truck truck, FilingDb db, Caller caller, CancellationToken cancel)
    {
        var warnings = new List<OrderWarning>();
        var m3 = order.Stops.Sum(stop => stop.M3);
        if (m3 > truck.TankM3)
        {
            Warn(
                OrderWarningKind.OverTank,
                $"共 {m3} m³，超过罐容 {truck.TankM3} m³。",
                $"{m3} m³ in all is more than the tank of {truck.TankM3} m³."
            );
        }

        var day = ChinaTime.DayOf(order.Departure);
        if (await db.TruckDays.FindAsync([truck.Plate, truck.Colour, day], cancel) is { } facts && facts.IsOffBefore(order.Return))
        {
            Warn(OrderWarningKind.OffDuty, $"该车 {day:yyyy-MM-dd} 停用。", $"The truck is off duty on {day:yyyy-MM-dd}.");
        }

        if (truck.PapersUntil < ChinaTime.DayOf(order.Return))
        {
            Warn(
                OrderWarningKind.PapersOut,
                $"该车证件 {truck.PapersUntil:yyyy-MM-dd} 到期。",
                $"The papers of the truck run out on {truck.PapersUntil:yyyy-MM-dd}."
            );
        }

        return warnings;

        void Warn(OrderWarningKind kind, FormattableString zh, FormattableString en) =>
            warnings.Add(new OrderWarning(kind, caller.Say((FormattableString.Invariant(zh), FormattableString.Invariant(en)))));
    }
}
