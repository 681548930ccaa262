namespace DispatchWorker.Planning.Search;

/// <summary>What things cost under <see cref="Objective.Full"/>, in minutes of driving. Their order is the order of planner.md:
/// lateness, overtime, changes, distance and time, trucks, evenness; leaving a job out costs more than all of them.</summary>
internal static class Weights
{
    /// <summary>A minute late, for priority 1.</summary>
    public const double Late = 20;

    /// <summary>A minute past the shift's end.</summary>
    public const double Overtime = 8;

    /// <summary>A job on another truck than in the plan people hold.</summary>
    public const double Change = 60;

    public const double Minute = 1;

    /// <summary>A kilometre with great-circle; elsewhere one unit of distance.</summary>
    public const double Distance = 1;

    /// <summary>One more truck on the road.</summary>
    public const double Truck = 10;

    /// <summary>An hour of work for a truck whose hauler is one turn above the average.</summary>
    public const double Turn = 0.5;

    public static double[][] Prices(Problem problem, double[][] time, double[][] distance)
    {
        var unit = problem.Metric == Metric.GreatCircle ? Distance / 1000 : Distance;
        var minute = Minute * problem.MinutesPerUnit;
        var prices = new double[time.Length][];
        for (var from = 0; from < prices.Length; from++)
        {
            var row = prices[from] = new double[time.Length];
            var minutes = time[from];
            var metres = distance[from];
            for (var to = 0; to < row.Length; to++)
            {
                row[to] = minutes[to] * minute + metres[to] * unit;
            }
        }

        return prices;
    }
}
