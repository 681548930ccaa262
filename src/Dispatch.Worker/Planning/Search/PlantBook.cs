using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Search;

/// <summary>What plants can take. A rule about plants is added here and in <see cref="PlantBook"/> below.</summary>
internal sealed class PlantLimits
{
    /// <summary>Per plant, in the search's volumes; int.MaxValue is no limit.</summary>
    public required int[] Room { get; init; }

    /// <summary>Per plant; int.MaxValue is no limit.</summary>
    public required int[] Bays { get; init; }

    /// <summary>Per plant: a bit for each kind of waste it accepts.</summary>
    public required ulong[] Accepts { get; init; }

    /// <summary>Per job node: the bit of its kind, or zero.</summary>
    public required ulong[] Kind { get; init; }

    /// <summary>[plant]: visits of trucks that are not in this problem.</summary>
    public required (int From, int To, int Volume)[][] Booked { get; init; }

    /// <summary>What one truck does at a plant limits what another can do, so days cannot be improved apart.</summary>
    public required bool Coupled { get; init; }

    public bool TakesAnything(int plant) => Room[plant] == int.MaxValue && Accepts[plant] == ulong.MaxValue;

    public static bool Needed(Problem problem) =>
        problem.Emptying.Any(plant => plant.Capacity is not null || plant.Bays is not null || plant.Accepts.Count > 0);

    public static PlantLimits Of(Problem problem, List<JobVisit> visits, Scales scales)
    {
        List<string> kinds = [.. problem.Jobs.Select(job => job.Kind).OfType<string>().Distinct()];
        ulong Bit(string? kind) => kind is null ? 0 : 1UL << Math.Min(63, kinds.IndexOf(kind));
        ulong Bits(Plant plant) => plant.Accepts.Where(kinds.Contains).Aggregate(0UL, (mask, kind) => mask | Bit(kind));
        return new PlantLimits
        {
            Room = [.. problem.Emptying.Select(plant => plant.Capacity is { } m3 ? scales.Room(m3) : int.MaxValue)],
            Bays = [.. problem.Emptying.Select(plant => plant.Bays ?? int.MaxValue)],
            Accepts = [.. problem.Emptying.Select(plant => plant.Accepts.Count == 0 ? ulong.MaxValue : Bits(plant))],
            Kind = [.. visits.Select(visit => Bit(problem.Jobs[visit.Job].Kind))],
            Booked =
            [
                .. problem.Emptying.Select(plant =>
                    plant.Booked.Select(it => (scales.Earlier(it.From), scales.Later(it.To), scales.Load(it.Volume))).ToArray()
                ),
            ],
            Coupled = problem.Emptying.Any(plant => plant.Capacity is not null || plant.Bays is not null),
        };
    }
}

/// <summary>Which truck empties where, when and how much, so that the day of one truck can respect those of the others.</summary>
internal sealed class PlantBook(SearchModel model, PlantLimits limits)
{
    /// <summary>[plant][vehicle], and after the vehicles what is booked from outside; in ticks and the search's volumes.</summary>
    private readonly List<(int From, int To, int Volume)>[][] _entries =
    [
        .. limits.Booked.Select(booked => model.Vehicles.Select(_ => new List<(int, int, int)>()).Append([.. booked]).ToArray()),
    ];

    /// <summary>Replaces what is known of this truck at the plants.</summary>
    public void Enter(int truck, Day day)
    {
        if (!limits.Coupled)
        {
            return;
        }

        for (var plant = 0; plant < model.Plants; plant++)
        {
            _entries[plant][truck].Clear();
        }

        for (var at = 1; at <= day.Count; at++)
        {
            var plant = day.Cells[at].Node - model.Jobs;
            if (plant >= 0)
            {
                _entries[plant]
                    [truck]
                    .Add((day.Cells[at].Depart - model.Service[plant + model.Jobs], day.Cells[at].Depart, day.Cells[at - 1].Load));
            }
        }
    }

    /// <summary>The first moment from <paramref name="earliest"/> on when a bay is free for <paramref name="length"/> ticks. Trucks
    /// that overlap this span count as if they were there together, which is sometimes too careful but never wrong.</summary>
    public int Slot(int plant, int truck, int earliest, int length)
    {
        if (limits.Bays[plant] == int.MaxValue || length == 0)
        {
            return earliest;
        }

        while (true)
        {
            var there = 0;
            var soonest = int.MaxValue;
            for (var other = 0; other < _entries[plant].Length; other++)
            {
                if (other == truck)
                {
                    continue;
                }

                foreach (var (from, to, _) in _entries[plant][other])
                {
                    if (from >= earliest + length || to <= earliest)
                    {
                        continue;
                    }

                    there++;
                    soonest = Math.Min(soonest, to);
                }
            }

            if (there < limits.Bays[plant])
            {
                return earliest;
            }

            earliest = soonest;
        }
    }

    /// <summary>Whether the plants take everything the day brings them: its kinds, and its volume with what other trucks
    /// bring.</summary>
    public bool Takes(Day day, int truck)
    {
        ulong aboard = 0;
        for (var at = 1; at <= day.Count; at++)
        {
            var node = day.Cells[at].Node;
            var plant = node - model.Jobs;
            if (plant < 0)
            {
                aboard |= limits.Kind[node];
                continue;
            }

            if ((aboard & ~limits.Accepts[plant]) != 0 || RoomLeft(plant, truck) < Brought(day, plant))
            {
                return false;
            }

            aboard = 0;
        }

        return true;
    }

    /// <summary>The same for a job about to be inserted: only plants that get more or other kinds are looked at.</summary>
    public bool Takes(Day day, int truck, int job, int at, Emptying emptying, int plant)
    {
        var old = Closing(day, at);
        var volume = model.Volume[job];
        var head = day.Cells[at].Load;
        var kind = limits.Kind[job];
        var before = emptying == Emptying.None ? 0 : KindsBefore(day, at);
        return emptying switch
        {
            Emptying.None => old < 0 || Gets(day, truck, old, volume, kind),
            Emptying.Before => Gets(day, truck, plant - model.Jobs, plant - model.Jobs == old ? volume : head, before)
                && (old < 0 || Gets(day, truck, old, plant - model.Jobs == old ? volume : volume - head, kind)),
            _ => Gets(day, truck, plant - model.Jobs, plant - model.Jobs == old ? volume : head + volume, before | kind),
        };
    }

    private bool Gets(Day day, int truck, int plant, int more, ulong kinds) =>
        (kinds & ~limits.Accepts[plant]) == 0
        && (limits.Room[plant] == int.MaxValue || RoomLeft(plant, truck) >= Brought(day, plant) + more);

    private long RoomLeft(int plant, int truck)
    {
        long room = limits.Room[plant];
        if (room == int.MaxValue)
        {
            return room;
        }

        for (var other = 0; other < _entries[plant].Length; other++)
        {
            if (other == truck)
            {
                continue;
            }

            foreach (var (_, _, volume) in _entries[plant][other])
            {
                room -= volume;
            }
        }

        return room;
    }

    private long Brought(Day day, int plant)
    {
        if (limits.Room[plant] == int.MaxValue)
        {
            return 0;
        }

        long brought = 0;
        for (var at = 1; at <= day.Count; at++)
        {
            if (day.Cells[at].Node == plant + model.Jobs)
            {
                brought += day.Cells[at - 1].Load;
            }
        }

        return brought;
    }

    /// <summary>The plant that ends the leg at this position; -1 when none does.</summary>
    private int Closing(Day day, int at)
    {
        while (++at <= day.Count)
        {
            if (!model.IsJob(day.Cells[at].Node))
            {
                return day.Cells[at].Node - model.Jobs;
            }
        }

        return -1;
    }

    private ulong KindsBefore(Day day, int at)
    {
        ulong kinds = 0;
        for (; at >= 1 && model.IsJob(day.Cells[at].Node); at--)
        {
            kinds |= limits.Kind[day.Cells[at].Node];
        }

        return kinds;
    }
}
