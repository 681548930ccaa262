using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Search;

/// <summary>What things cost beyond distance, in the search's distances per tick; all zero unless the objective is
/// <see cref="Objective.Full"/>.</summary>
internal sealed class Prices
{
    /// <summary>Per vehicle: overtime begins here, in ticks.</summary>
    public required int[] ShiftEnd { get; init; }
    public required long Overtime { get; init; }

    /// <summary>Per job node: beginning later than this is late, in ticks.</summary>
    public required int[] Due { get; init; }

    /// <summary>Per job node.</summary>
    public required long[] Late { get; init; }

    /// <summary>[vehicle][job node]: the price of this job on this truck, for a change of the plan people hold and for a turn out of
    /// order.</summary>
    public required int[][] Surcharge { get; init; }

    /// <summary>The price of one more truck on the road.</summary>
    public required long Truck { get; init; }

    public static bool Needed(Problem problem) => problem.Objective == Objective.Full;

    public static Prices Of(Problem problem, List<JobVisit> visits, Scales scales, CancellationToken cancel)
    {
        var full = Needed(problem);
        // Price of one minute, per tick.
        var minute = full ? problem.MinutesPerUnit * scales.Price / scales.Time : 0;
        return new Prices
        {
            ShiftEnd = [.. problem.Trucks.Select(truck => scales.Earlier(truck.End))],
            Overtime = (long)Math.Round(Weights.Overtime * minute),
            Due = [.. visits.Select(visit => scales.Earlier(DueOf(problem.Jobs[visit.Job])))],
            Late = [.. visits.Select(visit => (long)Math.Round(Weights.Late * minute * Math.Max(0.01, problem.Jobs[visit.Job].Priority)))],
            Surcharge = full
                ? Surcharges(problem, visits, scales, cancel)
                : Tables.Rows(problem.Trucks.Count, _ => new int[visits.Count], cancel),
            Truck = full ? (long)(Weights.Truck * scales.Price) : 0,
        };
    }

    private static double DueOf(Job job) => Math.Min(job.Due ?? double.PositiveInfinity, job.Soft ? job.Close : double.PositiveInfinity);

    private static int[][] Surcharges(Problem problem, List<JobVisit> visits, Scales scales, CancellationToken cancel)
    {
        Dictionary<string, string> held = [];
        foreach (var day in problem.Previous)
        {
            foreach (var stop in day.Stops)
            {
                held[stop] = day.Truck;
            }
        }

        var average = problem.Trucks.Count == 0 ? 0 : problem.Trucks.Average(truck => truck.Turns);
        return Tables.Rows<int>(problem.Trucks.Count, at => [.. visits.Select(visit => Surcharge(problem.Trucks[at], visit))], cancel);

        int Surcharge(Truck truck, JobVisit visit)
        {
            var changes = held.TryGetValue(problem.Jobs[visit.Job].Id, out var before) && before != truck.Id;
            var turn = Weights.Turn * Math.Max(0, truck.Turns - average) * visit.Service * problem.MinutesPerUnit / 60;
            return (int)Math.Round(((changes ? Weights.Change : 0) + turn) * scales.Price);
        }
    }
}
