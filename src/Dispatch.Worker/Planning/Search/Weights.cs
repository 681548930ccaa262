using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Search;

/// <summary>What things cost under <see cref="Objective.Full"/>, in minutes of driving, from the most to the least important.
/// Leaving a job out costs more than all of them.</summary>
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

    /// <summary>An hour of work for a truck whose hauler has one turn more than the average.</summary>
    public const double Turn = 0.5;

    /// <summary>The price of every way, in minutes of driving.</summary>
    /// <param name="problem">Its metric and units.</param>
    /// <param name="time">[from place][to place], in the problem's unit.</param>
    /// <param name="distance">[from place][to place], in the problem's unit.</param>
    /// <param name="cancel">Looked at once a row.</param>
    public static double[][] OfWays(Problem problem, double[][] time, double[][] distance, CancellationToken cancel)
    {
        var unit = problem.Metric == Metric.GreatCircle ? Distance / 1000 : Distance;
        var minute = Minute * problem.MinutesPerUnit;
        return Tables.Rows(
            time.Length,
            from =>
            {
                var minutes = time[from];
                var metres = distance[from];
                var row = new double[time.Length];
                for (var to = 0; to < row.Length; to++)
                {
                    row[to] = minutes[to] * minute + metres[to] * unit;
                }

                return row;
            },
            cancel
        );
    }
}
