using System.Diagnostics;
using DispatchWorker.Planning;
using DispatchWorker.Planning.Model;
using DispatchWorker.Planning.Travel;

namespace Dispatch.Worker.Tests.Planning;

/// <summary>A cancelled search ends at once, whatever it is doing: a newer edit makes its answer worthless.</summary>
public sealed class CancelTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(50);
    private static readonly Budget Minute = new() { Time = TimeSpan.FromMinutes(1), Threads = 2 };

    [Fact]
    public void Cancelled_before_it_begins_it_asks_for_no_travel_times()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var travel = new CancelsAtCall(1, source);

        Assert.Throws<OperationCanceledException>(() => Planner.Solve(Days.File("reload-R201"), Minute, travel, cancel: source.Token));

        Assert.Equal(0, travel.Calls);
    }

    /// <summary>From building the model to well into the search.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    [InlineData(150)]
    [InlineData(600)]
    public void A_thousand_jobs_end_at_once(int milliseconds)
    {
        var problem = Days.File("emptying-R1_10_5-1000");

        var quickest = QuickestOfFive(source =>
        {
            source.CancelAfter(milliseconds);
            Planner.Solve(problem, Minute, cancel: source.Token);
        });

        Assert.InRange(quickest, TimeSpan.Zero, AtOnce);
    }

    [Fact]
    public void After_the_first_plan_a_thousand_jobs_end_at_once()
    {
        var problem = Days.File("window-R1_10_5");

        var quickest = QuickestOfFive(source => Planner.Solve(problem, Minute, early: _ => source.Cancel(), cancel: source.Token));

        Assert.InRange(quickest, TimeSpan.Zero, AtOnce);
    }

    /// <summary>The first call is for the search, each later one for a reason.</summary>
    [Fact]
    public void Reasons_end_at_once_and_no_further_rule_is_tried()
    {
        var day = Days.File("window-R1_10_5");
        var problem = day with { Trucks = [.. day.Trucks.Take(10)] };
        List<int> calls = [];

        var quickest = QuickestOfFive(source =>
        {
            var travel = new CancelsAtCall(3, source);
            try
            {
                Planner.Solve(problem, new Budget { Iterations = 20 }, travel, cancel: source.Token);
            }
            finally
            {
                calls.Add(travel.Calls);
            }
        });

        Assert.InRange(quickest, TimeSpan.Zero, AtOnce);
        Assert.All(calls, made => Assert.Equal(3, made));
    }

    [Fact]
    public void A_day_of_districts_ends_at_once()
    {
        var problem = DistrictsTests.Town(5_000, 300);

        var quickest = QuickestOfFive(source => Planner.Solve(problem, Minute, new CancelsAtCall(4, source), cancel: source.Token));

        Assert.InRange(quickest, TimeSpan.Zero, AtOnce);
    }

    [Fact]
    public void A_map_service_that_does_not_answer_is_given_up_and_not_replaced_by_estimates()
    {
        using var source = new CancellationTokenSource();
        using var server = new NeverAnswers(source);
        var travel = new OsrmTravelTimes(new HttpClient(server) { BaseAddress = new Uri("http://osrm/") });
        var problem = Days.Line(3, [Days.Truck()], [Days.Job("1", 1)]) with { Metric = Metric.GreatCircle };

        Assert.ThrowsAny<OperationCanceledException>(() => Planner.Solve(problem, Minute, travel, cancel: source.Token));

        Assert.Null(travel.Note);
    }

    /// <summary>The time from cancelling to the exception. The quickest of five counts, because other programs use the machine
    /// too.</summary>
    private static TimeSpan QuickestOfFive(Action<CancellationTokenSource> solve) =>
        Enumerable
            .Range(0, 5)
            .Select(_ =>
            {
                using var source = new CancellationTokenSource();
                long cancelledAt = 0;
                using var noted = source.Token.Register(() => cancelledAt = Stopwatch.GetTimestamp());
                Assert.Throws<OperationCanceledException>(() => solve(source));
                return Stopwatch.GetElapsedTime(cancelledAt);
            })
            .Min();

    private sealed class CancelsAtCall(int call, CancellationTokenSource source) : ITravelTimes
    {
        private readonly EmbeddedTravelTimes _embedded = new();
        private int _calls;

        public int Calls => _calls;
        public string? Note => null;

        public (double[][] Time, double[][] Distance) Table(Problem problem, CancellationToken cancel = default)
        {
            if (Interlocked.Increment(ref _calls) == call)
            {
                source.Cancel();
            }

            return _embedded.Table(problem, CancellationToken.None);
        }

        public (double Time, double Distance) Between(Problem problem, int from, int to) => _embedded.Between(problem, from, to);
    }

    private sealed class NeverAnswers(CancellationTokenSource source) : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            source.Cancel();
            cancellationToken.WaitHandle.WaitOne();
            throw new TaskCanceledException();
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));
    }
}
