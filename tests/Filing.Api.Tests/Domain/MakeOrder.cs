using Contracts.Register;
using FilingApi.Domain;

namespace FilingApi.Tests.Domain;

/// <summary>Orders and jobs without the wire.</summary>
internal static class MakeOrder
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8));
    public static readonly Actor Someone = new("hauler", "H1");

    public static Job NewJob(bool confined = false, string id = "GD-1", decimal m3 = 6) =>
        FilingApi.Domain.Job.Report(
            id,
            SmallTown.TownA,
            new JobBody
            {
                Section = "W1",
                Point = Make.Site,
                M3 = m3,
                Minutes = 40,
                ConfinedSpace = confined,
            },
            Someone,
            Now
        );

    /// <summary>An order whose entry is live at <see cref="Now"/>; each stop takes 2 m³.</summary>
    public static Order NewOrder(int stops)
    {
        var (from, to) = FilingApi.Domain.Order.WindowOf(Now, Now.AddHours(2));
        return new Order
        {
            Number = "DD-1",
            Town = SmallTown.TownA,
            Plate = Make.Plate(1),
            Colour = PlateColour.Yellow,
            Hauler = "H1",
            Plant = "P1",
            Departure = Now,
            Return = Now.AddHours(2),
            From = from,
            To = to,
            PublishedAt = Now,
            Stops =
            [
                .. Enumerable
                    .Range(1, stops)
                    .Select(k => new OrderStop
                    {
                        Number = "DD-1",
                        K = k,
                        Job = "GD-1",
                        Section = "W1",
                        Lat = Make.Site.Lat,
                        Lon = Make.Site.Lon,
                        M3 = 2,
                        WorkMinutes = 15,
                    }),
            ],
        };
    }

    public static History HistoryOf(Order order) => History.Of(order.Number).With(order.ToFact(Plant));

    public static IReadOnlyList<Refusal> Begin(this Order order, int k, ConfinedEntry? entry = null, DateTimeOffset? now = null) =>
        order.Begin(
            order.Stops[k - 1],
            NewJob(entry is not null),
            HistoryOf(order),
            entry ?? new ConfinedEntry(null, null, null),
            Someone,
            now ?? Now
        );

    public static Refusal? Finish(this Order order, int k) => order.Finish(order.Stops[k - 1], 2, null, Someone, Now);

    public static Refusal? Skip(this Order order, int k) => order.Skip(order.Stops[k - 1], "堵车", Someone, Now);

    public static Plant Plant =>
        new()
        {
            Code = "P1",
            Name = "P1",
            Lat = 28.2,
            Lon = 113.3,
            RadiusM = 300,
            Accepts = [WasteKind.Septic],
        };
}
