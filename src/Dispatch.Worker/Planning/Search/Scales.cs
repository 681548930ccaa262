using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Search;

/// <summary>Turns the problem's numbers into whole ones, thousandths where they fit. Rounding is to the safe side: windows and
/// tanks shrink, work and travel grow.</summary>
/// <param name="Horizon">No truck is out later than this, in the problem's unit.</param>
/// <param name="Time">Ticks of the search in one unit of time.</param>
/// <param name="Volume">The search's volumes in one m³.</param>
/// <param name="Price">The search's distances in one unit of distance, or in one minute of driving with <see cref="Full"/>.</param>
internal sealed record Scales(double Horizon, double Time, double Volume, double Price)
{
    /// <summary>The largest whole number; three of them still fit an int.</summary>
    private const double Largest = 100_000_000;

    /// <param name="problem">The day.</param>
    /// <param name="time">[from place][to place], in the problem's unit.</param>
    /// <param name="price">[from place][to place]: what the search minimises.</param>
    /// <param name="cancel">Looked at once a row.</param>
    public static Scales Of(Problem problem, double[][] time, double[][] price, CancellationToken cancel)
    {
        var horizon = HorizonOf(problem, time, cancel);
        return new Scales(
            horizon,
            Finest(horizon),
            Finest(problem.Jobs.Sum(job => job.Volume)),
            Finest(Math.Max(1, Tables.Largest(price, cancel)))
        );
    }

    public int Later(double time) => (int)Math.Ceiling(Math.Min(time, Horizon + 1) * Time - 1e-6);

    public int Earlier(double time) => (int)Math.Floor(Math.Min(time, Horizon) * Time + 1e-6);

    /// <summary>What a load takes.</summary>
    public int Load(double m3) => (int)Math.Ceiling(m3 * Volume - 1e-6);

    /// <summary>What a tank holds.</summary>
    public int Tank(double m3) => (int)Math.Floor(Math.Min(m3 * Volume, Largest * 5) + 1e-6);

    /// <summary>What a plant can take.</summary>
    public int Room(double m3) => (int)Math.Min(int.MaxValue, Math.Floor(m3 * Volume + 1e-6));

    public int Priced(double value) => (int)Math.Round(value * Price);

    private static double HorizonOf(Problem problem, double[][] time, CancellationToken cancel)
    {
        var end = problem.Trucks.Select(truck => truck.End + truck.Overtime).Append(1).Max();
        if (double.IsFinite(end))
        {
            return end;
        }

        var opens = problem
            .Jobs.Select(job => job.Open)
            .Concat(problem.Emptying.Select(plant => plant.Open))
            .Concat(problem.Trucks.Select(truck => truck.Start))
            .Append(0)
            .Max();
        var work =
            problem.Jobs.Sum(job => job.Service) + problem.Jobs.Count * problem.Emptying.Select(plant => plant.Service).Append(0).Max();
        return opens + work + (2 * problem.Jobs.Count + 2) * Math.Max(1, Tables.Largest(time, cancel));
    }

    private static double Finest(double largest)
    {
        double scale = 1000;
        while (largest * scale > Largest && scale > 1)
        {
            scale /= 10;
        }

        return scale;
    }
}
