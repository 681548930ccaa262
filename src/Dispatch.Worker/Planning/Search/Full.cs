namespace DispatchWorker.Planning.Search;

/// <summary>All that the fast evaluation does not know: interrupted time, shared plants, prices beyond the way itself.</summary>
internal sealed class Full
{
    /// <summary>Per vehicle: when it neither drives nor works, sorted.</summary>
    public required (int From, int To)[][] Blocked { get; init; }
    public required (int From, int To, int Length)[][] Breaks { get; init; }

    /// <summary>Per vehicle: overtime costs from here on.</summary>
    public required int[] ShiftEnd { get; init; }

    /// <summary>Per job node: later costs, and how much per unit of time.</summary>
    public required int[] Due { get; init; }
    public required long[] LatePrice { get; init; }
    public required long OvertimePrice { get; init; }

    /// <summary>[vehicle][job node]: price of this job being on this truck (a change of the plan people hold, a turn out of order).</summary>
    public required int[][] Surcharge { get; init; }
    public required long[] TruckPrice { get; init; }

    /// <summary>Per plant; int.MaxValue is no limit.</summary>
    public required int[] PlantCapacity { get; init; }
    public required int[] Bays { get; init; }

    /// <summary>Bit per kind of waste; per plant all it accepts, per job node its own.</summary>
    public required ulong[] Accepts { get; init; }
    public required ulong[] Kind { get; init; }

    /// <summary>Per plant: visits of trucks that are no part of this problem.</summary>
    public required (int From, int To, int Volume)[][] Booked { get; init; }

    /// <summary>What one truck does at a plant limits what another can do: the days cannot be improved apart.</summary>
    public bool Coupled { get; init; }

    public static double HardClose(Problem problem, Job job) =>
        job.Soft && problem.Objective == Objective.Full ? double.PositiveInfinity : job.Close;

    /// <summary>Null when nothing in the problem needs it.</summary>
    public static Full? For(
        Problem problem,
        List<(int Job, double Volume, double Service)> visits,
        double timeScale,
        double price,
        double volumeScale,
        Func<double, int> later,
        Func<double, int> earlier
    )
    {
        var full = problem.Objective == Objective.Full;
        var limited = problem.Emptying.Any(plant => plant.Capacity is not null);
        var bays = problem.Emptying.Any(plant => plant.Bays is not null);
        var interrupted = problem.Trucks.Any(truck => truck.Blocked.Count + truck.Breaks.Count > 0);
        if (!full && !limited && !bays && !interrupted && problem.Emptying.All(plant => plant.Accepts.Count == 0))
        {
            return null;
        }

        List<string> kinds = [.. problem.Jobs.Select(job => job.Kind).OfType<string>().Distinct()];
        ulong Bit(string? kind) => kind is null ? 0 : 1UL << Math.Min(63, kinds.IndexOf(kind));
        // Price of one minute, per tick of the search's clock.
        var minute = full ? problem.MinutesPerUnit * price / timeScale : 0;
        return new Full
        {
            Blocked =
            [
                .. problem.Trucks.Select(truck =>
                    truck.Blocked.Where(span => span.To > span.From).Select(span => (earlier(span.From), later(span.To))).Order().ToArray()
                ),
            ],
            Breaks =
            [
                .. problem.Trucks.Select(truck =>
                    truck
                        .Breaks.Where(rest => rest.Length > 0)
                        .Select(rest => (later(rest.From), earlier(rest.To), later(rest.Length)))
                        .ToArray()
                ),
            ],
            ShiftEnd = [.. problem.Trucks.Select(truck => earlier(truck.End))],
            Due = [.. visits.Select(visit => earlier(Wish(problem.Jobs[visit.Job])))],
            LatePrice =
            [
                .. visits.Select(visit => (long)Math.Round(Weights.Late * minute * Math.Max(0.01, problem.Jobs[visit.Job].Priority))),
            ],
            OvertimePrice = (long)Math.Round(Weights.Overtime * minute),
            Surcharge = full ? Surcharges(problem, visits, price) : [.. problem.Trucks.Select(_ => new int[visits.Count])],
            TruckPrice = [.. problem.Trucks.Select(_ => full ? (long)(Weights.Truck * price) : 0)],
            PlantCapacity =
            [
                .. problem.Emptying.Select(plant =>
                    plant.Capacity is { } m3 ? (int)Math.Min(int.MaxValue, Math.Floor(m3 * volumeScale + 1e-6)) : int.MaxValue
                ),
            ],
            Bays = [.. problem.Emptying.Select(plant => plant.Bays ?? int.MaxValue)],
            Accepts =
            [
                .. problem.Emptying.Select(plant =>
                    plant.Accepts.Count == 0
                        ? ulong.MaxValue
                        : plant.Accepts.Where(kinds.Contains).Aggregate(0UL, (mask, kind) => mask | Bit(kind))
                ),
            ],
            Kind = [.. visits.Select(visit => Bit(problem.Jobs[visit.Job].Kind))],
            Booked =
            [
                .. problem.Emptying.Select(plant =>
                    plant.Booked.Select(it => (earlier(it.From), later(it.To), (int)Math.Ceiling(it.Volume * volumeScale - 1e-6))).ToArray()
                ),
            ],
            Coupled = limited || bays,
        };
    }

    private static double Wish(Job job) => Math.Min(job.Due ?? double.PositiveInfinity, job.Soft ? job.Close : double.PositiveInfinity);

    private static int[][] Surcharges(Problem problem, List<(int Job, double Volume, double Service)> visits, double price)
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
        return
        [
            .. problem.Trucks.Select(truck =>
                visits
                    .Select(visit =>
                    {
                        var job = problem.Jobs[visit.Job];
                        var change = held.TryGetValue(job.Id, out var before) && before != truck.Id ? Weights.Change : 0;
                        var turn = Weights.Turn * Math.Max(0, truck.Turns - average) * visit.Service * problem.MinutesPerUnit / 60;
                        return (int)Math.Round((change + turn) * price);
                    })
                    .ToArray()
            ),
        ];
    }
}
