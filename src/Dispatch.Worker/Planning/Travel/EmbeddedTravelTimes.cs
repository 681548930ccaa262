using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Travel;

/// <summary>Travel times without a network: plane distances, a given table, or great-circle × detour at speed bands.</summary>
public sealed class EmbeddedTravelTimes : ITravelTimes
{
    public string? Note => null;

    public (double[][] Time, double[][] Distance) Table(Problem problem, CancellationToken cancel = default) =>
        problem.Metric switch
        {
            Metric.Matrix => (problem.Matrix!.Time, problem.Matrix.Distance),
            Metric.EuclidDecimal => Plane(problem.Places, cancel),
            _ => GreatCircle(problem, cancel),
        };

    public (double Time, double Distance) Between(Problem problem, int from, int to)
    {
        if (problem.Metric == Metric.Matrix)
        {
            return (problem.Matrix!.Time[from][to], problem.Matrix.Distance[from][to]);
        }

        var a = problem.Places[from];
        var b = problem.Places[to];
        var way = problem.Metric == Metric.EuclidDecimal ? Tenths(a, b) : Math.Round(RoadMetres(a, b));
        return problem.Metric == Metric.EuclidDecimal ? (way, way) : (Minutes(way) / problem.MinutesPerUnit, way);
    }

    private static (double[][], double[][]) Plane(IReadOnlyList<Place> places, CancellationToken cancel)
    {
        var table = Fill(places, Tenths, cancel);
        return (table, table);
    }

    private static double Tenths(Place a, Place b)
    {
        var dx = a.X - b.X;
        var dy = a.Y - b.Y;
        return Math.Floor(10 * Math.Sqrt(dx * dx + dy * dy)) / 10;
    }

    private static (double[][], double[][]) GreatCircle(Problem problem, CancellationToken cancel)
    {
        var metres = Fill(problem.Places, (a, b) => Math.Round(RoadMetres(a, b)), cancel);
        var times = new double[metres.Length][];
        for (var from = 0; from < times.Length; from++)
        {
            cancel.ThrowIfCancellationRequested();
            times[from] = Array.ConvertAll(metres[from], way => Minutes(way) / problem.MinutesPerUnit);
        }

        return (times, metres);
    }

    /// <summary>Roads are longer than the air line: by half up to 1 km, by a quarter from 15 km on.</summary>
    public static double RoadMetres(Place a, Place b)
    {
        const double earth = 6_371_008.8;
        const double degree = Math.PI / 180;
        var north = Math.Sin((b.Y - a.Y) * degree / 2);
        var east = Math.Sin((b.X - a.X) * degree / 2);
        var air =
            2 * earth * Math.Asin(Math.Sqrt(Math.Min(1, north * north + Math.Cos(a.Y * degree) * Math.Cos(b.Y * degree) * east * east)));
        return air * (1.5 - 0.25 * Math.Clamp((air - 1_000) / 14_000, 0, 1));
    }

    /// <summary>A loaded tanker: 25 km/h in the streets for the first 3 km, 40 km/h up to 15 km, 55 km/h on the highway
    /// beyond.</summary>
    public static double Minutes(double metres) =>
        Math.Min(metres, 3_000) / (25_000 / 60.0)
        + Math.Clamp(metres - 3_000, 0, 12_000) / (40_000 / 60.0)
        + Math.Max(0, metres - 15_000) / (55_000 / 60.0);

    private static double[][] Fill(IReadOnlyList<Place> places, Func<Place, Place, double> between, CancellationToken cancel)
    {
        double[][] table = [.. places.Select(_ => new double[places.Count])];
        for (var from = 0; from < places.Count; from++)
        {
            cancel.ThrowIfCancellationRequested();
            for (var to = from + 1; to < places.Count; to++)
            {
                table[from][to] = table[to][from] = between(places[from], places[to]);
            }
        }

        return table;
    }
}
