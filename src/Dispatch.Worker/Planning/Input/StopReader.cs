namespace DispatchWorker.Planning.Input;

/// <summary>Reads what stands at places: depots, plants, trucks and jobs, each checked against what was read before it.</summary>
internal sealed class StopReader(int places, Fields root, List<InputError> errors)
{
    private readonly HashSet<string> _depots = [];
    private readonly HashSet<string> _plants = [];
    private readonly HashSet<string> _trucks = [];
    private readonly HashSet<string> _jobs = [];
    private readonly HashSet<string> _done = [];

    /// <summary>Jobs that no tank holds: they may be visited more than once.</summary>
    private readonly HashSet<string> _large = [];
    private double _largestTank;

    public IReadOnlyList<Depot> Depots()
    {
        List<Depot> read = [.. root.Each("depots", required: true).Select(depot => new Depot(Id(depot, _depots), PlaceOf(depot)))];
        if (read.Count == 0 && root.Has("depots"))
        {
            root.Wrong("depots", "DSP-006", "至少须有一个车场", "at least one depot is needed");
        }

        return read;
    }

    public IReadOnlyList<Plant> Plants() =>
        [
            .. root.Each("emptying")
                .Select(plant =>
                {
                    var (open, close) = Window(plant);
                    return new Plant(Id(plant, _plants), PlaceOf(plant))
                    {
                        Open = open,
                        Close = close,
                        Service = plant.Number("service", 0, least: 0),
                        Capacity = plant.MaybeNumber("capacity", least: 0),
                        Bays = plant.MaybeNumber("bays", least: 1) is { } bays ? (int)Math.Min(bays, 1000) : null,
                        Accepts = plant.Texts("accepts"),
                    };
                }),
        ];

    public IReadOnlyList<Truck> Trucks()
    {
        List<Truck> read = [.. root.Each("trucks", required: true).Select(ReadTruck)];
        _largestTank = read.Select(truck => truck.Capacity).Append(0).Max();
        if (read.Count == 0 && root.Has("trucks"))
        {
            root.Wrong("trucks", "DSP-006", "至少须有一辆车", "at least one truck is needed");
        }

        return read;
    }

    private Truck ReadTruck(Fields truck)
    {
        var id = Id(truck, _trucks);
        var depot = truck.Text("depot");
        if (depot.Length > 0 && !_depots.Contains(depot))
        {
            truck.Wrong("depot", "DSP-007", $"没有车场“{depot}”", $"there is no depot \"{depot}\"");
        }

        var (start, end) = Window(truck, "start", "end");
        return new Truck(id, depot)
        {
            Capacity = truck.Number("capacity", least: 0),
            Start = start,
            End = end,
            Equipment = truck.Texts("equipment"),
            Crew = truck.Texts("crew"),
            Kinds = truck.Texts("kinds"),
            Hauler = truck.MaybeText("hauler"),
            Overtime = truck.Number("overtime", 0, least: 0),
            Turns = truck.Number("turns", 0),
            Blocked =
            [
                .. truck
                    .Each("blocked")
                    .Select(blocked =>
                    {
                        var (from, to) = Window(blocked, "from", "to");
                        return new Span(from, to);
                    }),
            ],
            Breaks = [.. truck.Each("breaks").Select(ReadBreak)],
        };
    }

    private static Break ReadBreak(Fields rest)
    {
        var (from, to) = Window(rest, "from", "to");
        var length = rest.Number("minutes", least: 0);
        if (length > to - from)
        {
            rest.Wrong("minutes", "DSP-003", $"在 {from:R} 与 {to:R} 之间放不下", $"do not fit between {from:R} and {to:R}");
        }

        return new Break(from, to, length);
    }

    public IReadOnlyList<Job> Jobs()
    {
        List<Job> read =
        [
            .. root.Each("jobs", required: true)
                .Select(job =>
                {
                    var (open, close) = Window(job);
                    return new Job(Id(job, _jobs), PlaceOf(job))
                    {
                        Volume = job.Number("volume", 0, least: 0),
                        Service = job.Number("service", 0, least: 0),
                        Open = open,
                        Close = close,
                        Priority = job.Number("priority", 1, least: 0),
                        Equipment = job.Texts("equipment"),
                        Crew = job.Texts("crew"),
                        Kind = job.MaybeText("kind"),
                        Soft = job.Flag("soft", false),
                        Due = job.MaybeNumber("due"),
                    };
                }),
        ];
        _large.UnionWith(read.Where(job => job.Volume > _largestTank).Select(job => job.Id));
        if (read.Count > ProblemReader.MostJobs)
        {
            root.Wrong(
                "jobs",
                "DSP-008",
                $"一天 {read.Count} 项作业过多，至多 {ProblemReader.MostJobs} 项，请分镇计划",
                $"{read.Count} jobs are too many for one day's plan; at most {ProblemReader.MostJobs}: plan the towns apart"
            );
        }

        return read;
    }

    /// <summary>Several lines of one truck follow each other.</summary>
    public IReadOnlyList<FixedStops> Fixed(string name) =>
        [
            .. root.Each(name)
                .Select(line => ReadFixed(line, facts: name == "frozen"))
                .GroupBy(line => line.Truck)
                .Select(lines => new FixedStops(lines.Key, [.. lines.SelectMany(line => line.Stops)])),
        ];

    private FixedStops ReadFixed(Fields line, bool facts)
    {
        var truck = line.Text("truck");
        if (truck.Length > 0 && !_trucks.Contains(truck))
        {
            line.Wrong("truck", "DSP-007", $"没有车辆“{truck}”", $"there is no truck \"{truck}\"");
        }

        var stops = line.Texts("stops");
        // What was planned yesterday may be gone today; what is frozen must exist, and can have been done only once.
        for (var at = 0; at < stops.Count && facts; at++)
        {
            var stop = stops[at];
            if (_plants.Contains(stop))
            {
                continue;
            }

            if (!_jobs.Contains(stop))
            {
                line.Wrong($"stops/{at}", "DSP-007", $"没有作业或卸点“{stop}”", $"there is no job or plant \"{stop}\"");
            }
            else if (!_done.Add(stop) && !_large.Contains(stop))
            {
                line.Wrong($"stops/{at}", "DSP-009", $"作业“{stop}”出现两次", $"job \"{stop}\" occurs twice");
            }
        }

        return new FixedStops(truck, stops);
    }

    private static string Id(Fields fields, HashSet<string> taken)
    {
        var id = fields.Text("id");
        if (id.Length == 0 && fields.Has("id"))
        {
            fields.Wrong("id", "DSP-003", "不得为空", "must not be empty");
        }

        if (id.Length > 0 && !taken.Add(id))
        {
            fields.Wrong("id", "DSP-009", $"“{id}”出现两次，请改名", $"\"{id}\" occurs twice: rename one");
        }

        return id;
    }

    private int PlaceOf(Fields fields)
    {
        var before = errors.Count;
        var place = fields.Number("place");
        if (errors.Count > before)
        {
            return 0;
        }

        if (place >= 0 && place < places && place == Math.Floor(place))
        {
            return (int)place;
        }

        fields.Wrong(
            "place",
            "DSP-007",
            $"没有第 {place:R} 号地点；共 {places} 个，从 0 数起",
            $"there is no place {place:R}; there are {places}, counted from 0"
        );
        return 0;
    }

    private static (double, double) Window(Fields fields, string from = "open", string to = "close")
    {
        var open = fields.Number(from, 0);
        var close = fields.End(to);
        if (close < open)
        {
            fields.Wrong(to, "DSP-003", $"结束（{close:R}）早于开始（{open:R}）", $"ends ({close:R}) before it begins ({open:R})");
        }

        return (open, close);
    }
}
