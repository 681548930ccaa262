using CsCheck;
using FilingApi.Domain;
using FilingApi.Features.Jobs;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Features.Orders;

/// <summary>Whatever is done to an order, in whatever order: what is derived from its stops holds.</summary>
public sealed class OrderPropertyTests(TestService service) : IClassFixture<TestService>
{
    private static readonly string[] Acts = ["confirm", "decline", "cancel", "begin", "done", "skip", "receive", "return", "order"];

    [Fact]
    public async Task Any_acts_keep_the_load_the_open_volume_and_the_states_true()
    {
        var at = service.NewDay();
        at.Move("09:45");

        await Gen.Select(Gen.Int[0, Acts.Length - 1], Gen.Int[-2, 3])
            .Array[1, 20]
            .SampleAsync(
                async acts =>
                {
                    var (job, number) = await Published(at);
                    foreach (var (act, k) in acts)
                    {
                        await Do(at, Acts[act], k < 1 ? await NextStop(at, number) : k, job, number);
                        await Holds(at, job, number);
                    }
                },
                iter: 25,
                threads: 1
            );
    }

    private static async Task<(string Job, string Number)> Published(TestService at)
    {
        var job = (await at.Centre.Post("jobs", Make.Job(6.5m)).MustBe(201))["id"]!;
        return (job, (await Order(at, job).MustBe(201))["number"]!);
    }

    private static Task<Reply> Order(TestService at, string job) =>
        Order(at, [new { job, m3 = 2 }, new { job, m3 = 1.5 }, new { job, m3 = 3 }]);

    private static Task<Reply> Order(TestService at, object[] stops) =>
        at.Centre.Post("orders", Make.Order(at.At("10:00"), at.At("12:00"), stops, Make.Plate(5)));

    /// <summary>Whatever is open of the job, in another order and done at once.</summary>
    private static async Task<Reply> DoTheRest(TestService at, string job)
    {
        var order = await Order(at, [new { job }]);
        return order.Status == 201
            ? await at.Hauler.Post($"trips/{order["trip"]}/loading", new { plate = Make.Plate(5), m3 = 1 }).MustBe(200)
            : order;
    }

    private static async Task<int> NextStop(TestService at, string number) =>
        (await at.Hauler.Get($"orders/{number}").MustBe(200))
            .Items("stops")
            .FirstOrDefault(stop => stop.Text("state") is "planned" or "begun")
            is { ValueKind: System.Text.Json.JsonValueKind.Object } open
            ? open.GetProperty("k").GetInt32()
            : 1;

    private static Task<Reply> Do(TestService at, string act, int k, string job, string number) =>
        act switch
        {
            "confirm" => at.Hauler.Post($"orders/{number}/confirmation"),
            "decline" => at.Hauler.Post($"orders/{number}/decline", new { reason = "车坏" }),
            "cancel" => at.Centre.Post($"orders/{number}/cancellation", new { reason = "改期" }),
            "begin" => at.Hauler.Post($"orders/{number}/stops/{k}/begin"),
            "done" => at.Hauler.Post($"orders/{number}/stops/{k}/done", new { m3 = k + 0.25m }),
            "skip" => at.Hauler.Post($"orders/{number}/stops/{k}/skip", new { reason = "堵车" }),
            "receive" => at.Plant.Post(
                $"trips/{number}-1/receipt",
                new
                {
                    plate = Make.Plate(5),
                    plant = "P1",
                    m3 = 5,
                }
            ),
            "return" => at.Centre.Post($"jobs/{job}/return", new { reason = "未清净", m3 = k }),
            _ => DoTheRest(at, job),
        };

    private static Task<bool> Holds(TestService at, string id, string number) =>
        at.Look(async db =>
        {
            var order = await db.Orders.SingleAsync(known => known.Number == number);
            var trip = await db.Trips.SingleAsync(known => known.Id == order.Trip);
            var job = await db.Jobs.SingleAsync(known => known.Id == id);
            var live = (await db.OrdersOfJob(id, CancellationToken.None)).LiveStopsOf(id);
            var done = order.Stops.Where(stop => stop.State == StopState.Done).Sum(stop => stop.DoneM3 ?? 0);

            Assert.Equal(done, trip.LoadedM3 ?? 0);
            Assert.Equal(OrderMoves.Of(order), order.Status);
            Assert.Equal(JobMoves.Of(job, live), (job.Status, job.LeftM3));
            Assert.Equal(job.M3 + job.ReopenedM3, job.LeftM3 + live.Sum(stop => stop.M3));
            return true;
        });
}
