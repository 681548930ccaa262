using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Travel;

/// <summary>Road times from an OSRM server (<c>/table/v1/driving</c>), cached by pair of places. When the server fails, all times
/// of that plan are the embedded ones and the plan says so: a mixture would make some ways look shorter than others.</summary>
public sealed class OsrmTravelTimes(HttpClient http) : ITravelTimes
{
    private const int Block = 100;
    private readonly ConcurrentDictionary<(Place From, Place To), (double Seconds, double Metres)> _known = new();
    private readonly EmbeddedTravelTimes _embedded = new();

    public string? Note { get; private set; }

    public (double[][] Time, double[][] Distance) Table(Problem problem, CancellationToken cancel = default)
    {
        if (problem.Metric != Metric.GreatCircle)
        {
            return _embedded.Table(problem, cancel);
        }

        Place[] places = [.. problem.Places.Distinct()];
        try
        {
            Note = null;
            foreach (var from in places.Chunk(Block))
            {
                foreach (var to in places.Chunk(Block))
                {
                    cancel.ThrowIfCancellationRequested();
                    if (!from.All(a => to.All(b => _known.ContainsKey((a, b)))))
                    {
                        Ask(from, to, cancel);
                    }
                }
            }
        }
        catch (Exception failed)
            when (failed
                    is HttpRequestException
                        or TaskCanceledException
                        or JsonException
                        or InvalidOperationException
                        or KeyNotFoundException
            )
        {
            cancel.ThrowIfCancellationRequested();
            Note = "estimated times";
            return _embedded.Table(problem, cancel);
        }

        return Known(problem, cancel);
    }

    private (double[][] Time, double[][] Distance) Known(Problem problem, CancellationToken cancel)
    {
        var size = problem.Places.Count;
        double[][] time = [.. problem.Places.Select(_ => new double[size])];
        double[][] distance = [.. problem.Places.Select(_ => new double[size])];
        for (var from = 0; from < size; from++)
        {
            cancel.ThrowIfCancellationRequested();
            for (var to = 0; to < size; to++)
            {
                var (seconds, metres) = _known[(problem.Places[from], problem.Places[to])];
                time[from][to] = seconds / 60 / problem.MinutesPerUnit;
                distance[from][to] = metres;
            }
        }

        return (time, distance);
    }

    public (double Time, double Distance) Between(Problem problem, int from, int to) =>
        Note is null && problem.Metric == Metric.GreatCircle && _known.TryGetValue((problem.Places[from], problem.Places[to]), out var road)
            ? (road.Seconds / 60 / problem.MinutesPerUnit, road.Metres)
            : _embedded.Between(problem, from, to);

    private void Ask(Place[] from, Place[] to, CancellationToken cancel)
    {
        var points = string.Join(';', from.Concat(to).Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.X},{place.Y}")));
        var sources = string.Join(';', Enumerable.Range(0, from.Length));
        var destinations = string.Join(';', Enumerable.Range(from.Length, to.Length));
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(
                $"table/v1/driving/{points}?annotations=duration,distance&sources={sources}&destinations={destinations}",
                UriKind.Relative
            )
        );
        using var response = http.Send(request, cancel);
        response.EnsureSuccessStatusCode();
        using var answer = JsonDocument.Parse(response.Content.ReadAsStream(cancel));
        var seconds = answer.RootElement.GetProperty("durations");
        var metres = answer.RootElement.GetProperty("distances");
        for (var i = 0; i < from.Length; i++)
        {
            // A pair without a road is null in the answer: GetDouble throws, and the whole table falls back.
            for (var j = 0; j < to.Length; j++)
            {
                _known[(from[i], to[j])] = (seconds[i][j].GetDouble(), metres[i][j].GetDouble());
            }
        }
    }
}
