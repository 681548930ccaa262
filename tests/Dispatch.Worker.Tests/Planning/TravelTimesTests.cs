using System.Net;
using System.Text.Json;
using DispatchWorker.Planning;
using DispatchWorker.Planning.Model;
using DispatchWorker.Planning.Travel;

namespace Dispatch.Worker.Tests.Planning;

public sealed class TravelTimesTests
{
    private static readonly Problem Town = Days.Line(3, [Days.Truck()], [Days.Job("1", 1), Days.Job("2", 2)]) with
    {
        Metric = Metric.GreatCircle,
        Places = [new Place(113.20, 28.20), new Place(113.21, 28.20), new Place(113.40, 28.20)],
    };

    [Fact]
    public void Plane_distances_are_cut_to_tenths()
    {
        var (time, distance) = new EmbeddedTravelTimes().Table(Days.Line(2, [], []) with { Places = [new Place(0, 0), new Place(1, 1)] });

        Assert.Equal(1.4, distance[0][1]);
        Assert.Same(time, distance);
    }

    [Theory]
    [InlineData(0.005, 1.5)]
    [InlineData(0.5, 1.25)]
    public void Roads_are_longer_than_the_air_line(double degrees, double detour) =>
        Assert.Equal(111_195 * degrees * detour, EmbeddedTravelTimes.RoadMetres(new Place(113, 28), new Place(113, 28 + degrees)), 100.0);

    [Fact]
    public void A_map_service_is_asked_once_and_remembered()
    {
        using var server = new Server(works: true);
        var travel = new OsrmTravelTimes(new HttpClient(server) { BaseAddress = new Uri("http://osrm/") });

        var (time, distance) = travel.Table(Town);
        travel.Table(Town);

        Assert.Equal(1, server.Asked);
        Assert.Equal(2, time[0][1]);
        Assert.Equal(1500, distance[1][0]);
        Assert.Null(travel.Note);
    }

    [Fact]
    public void Without_the_map_service_the_plan_says_that_times_are_estimated()
    {
        using var server = new Server(works: false);
        var travel = new OsrmTravelTimes(new HttpClient(server) { BaseAddress = new Uri("http://osrm/") });

        var plan = Planner.Solve(Town, new Budget { Iterations = 10 }, travel);

        Assert.Equal("estimated times", plan.Note);
        Assert.Empty(PlanChecker.Check(Town, plan, travel));
    }

    private sealed class Server(bool works) : HttpMessageHandler
    {
        public int Asked { get; private set; }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            double[][] seconds =
            [
                [0, 120, 600],
                [120, 0, 600],
                [600, 600, 0],
            ];
            double[][] metres =
            [
                [0, 1500, 9000],
                [1500, 0, 9000],
                [9000, 9000, 0],
            ];
            return works
                ? new(HttpStatusCode.OK)
                {
                    Content = new StringContent(JsonSerializer.Serialize(new { durations = seconds, distances = metres })),
                }
                : new(HttpStatusCode.BadGateway);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));
    }
}
