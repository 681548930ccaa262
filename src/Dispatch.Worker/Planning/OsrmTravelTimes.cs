using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace DispatchWorker.Planning;

/// <summary>Road times from an OSRM server (<c>/table/v1/driving</c>), kept by pair of places. When it cannot be asked, all times of that plan are
/// the embedded ones and the plan says so: a mixture would make some ways look shorter than others.</summary>
public sealed class OsrmTravelTimes(HttpClient http) : ITravelTimes
{
    private const int Block = 100;
    private readonly ConcurrentDictionary<(Place From, Place To), (double Seconds, double Metres)> known = new();
    private readonly EmbeddedTravelTimes embedded = new();

    public string? Note { get; private set; }

    public (double[][] Time, double[][] Distance) Table(Problem problem)
    {
        if (problem.Metric != Metric.GreatCircle)
        {
            return embedded.Table(problem);
        }

        Place[] places = [.. problem.Places.Distinct()];
        try
        {
            Note = null;
            foreach (Place[] from in places.Chunk(Block))
            {
                foreach (Place[] to in places.Chunk(Block))
                {
                    if (!from.All(a => to.All(b => known.ContainsKey((a, b)))))
                    {
                        Ask(from, to);
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
            Note = "estimated times";
            return embedded.Table(problem);
        }
        double[][] Of(Func<(double Seconds, double Metres), double> value) =>
            [.. problem.Places.Select(a => problem.Places.Select(b => value(known[(a, b)])).ToArray())];
        return (Of(pair => pair.Seconds / 60 / problem.MinutesPerUnit), Of(pair => pair.Metres));
    }

    public (double Time, double Distance) Between(Problem problem, int from, int to) =>
        Note is null
        && problem.Metric == Metric.GreatCircle
        && known.TryGetValue((problem.Places[from], problem.Places[to]), out (double Seconds, double Metres) road)
            ? (road.Seconds / 60 / problem.MinutesPerUnit, road.Metres)
            : embedded.Between(problem, from, to);

    private void Ask(Place[] from, Place[] to)
    {
        string points = string.Join(
            ';',
            from.Concat(to).Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.X},{place.Y}"))
        );
        string sources = string.Join(';', Enumerable.Range(0, from.Length)),
            destinations = string.Join(';', Enumerable.Range(from.Length, to.Length));
        using HttpRequestMessage request = new(
            HttpMethod.Get,
            new Uri(
                $"table/v1/driving/{points}?annotations=duration,distance&sources={sources}&destinations={destinations}",
                UriKind.Relative
            )
        );
        using HttpResponseMessage response = http.Send(request);
        response.EnsureSuccessStatusCode();
        using JsonDocument answer = JsonDocument.Parse(response.Content.ReadAsStream());
        JsonElement seconds = answer.RootElement.GetProperty("durations"),
            metres = answer.RootElement.GetProperty("distances");
        for (int i = 0; i < from.Length; i++)
        {
            // A pair without a road is null there: GetDouble throws, and the whole table falls back.
            for (int j = 0; j < to.Length; j++)
            {
                known[(from[i], to[j])] = (seconds[i][j].GetDouble(), metres[i][j].GetDouble());
            }
        }
    }
}
