namespace DispatchWorker.Planning.Search;

/// <summary>Who empties where, when and how much: what one truck's day leaves of a plant for the others.</summary>
internal sealed class PlantBook(Model model)
{
    private readonly Full _full = model.Full!;

    /// <summary>[plant][truck], and in the last place what is booked from outside.</summary>
    private readonly List<(int From, int To, int Volume)>[][] _entries =
    [
        .. model.Full!.Booked.Select(booked => model.Vehicles.Select(_ => new List<(int, int, int)>()).Append([.. booked]).ToArray()),
    ];

    public void Enter(int truck, Day day)
    {
        if (!_full.Coupled)
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

    /// <summary>The first moment from <paramref name="earliest"/> on when a bay is free for so long. Trucks that overlap count as if all at once:
    /// a little too careful, never wrong.</summary>
    public int Slot(int plant, int truck, int earliest, int length)
    {
        if (_full.Bays[plant] == int.MaxValue || length == 0)
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

            if (there < _full.Bays[plant])
            {
                return earliest;
            }

            earliest = soonest;
        }
    }

    /// <summary>Whether the plants take everything a day brings them: by kind, and with what the others bring by volume.</summary>
    public bool Takes(Day day, int truck)
    {
        ulong aboard = 0;
        for (var at = 1; at <= day.Count; at++)
        {
            var node = day.Cells[at].Node;
            var plant = node - model.Jobs;
            if (plant < 0)
            {
                aboard |= _full.Kind[node];
                continue;
            }

            if ((aboard & ~_full.Accepts[plant]) != 0 || Room(plant, truck) < Brought(day, plant))
            {
                return false;
            }

            aboard = 0;
        }

        return true;
    }

    /// <summary>The same for a job about to be put in: which plants get more, and of what.</summary>
    public bool Takes(Day day, int truck, int job, int at, Emptying emptying, int plant)
    {
        var old = Closing(day, at);
        var volume = model.Volume[job];
        var head = day.Cells[at].Load;
        var kind = _full.Kind[job];
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
        (kinds & ~_full.Accepts[plant]) == 0
        && (_full.PlantCapacity[plant] == int.MaxValue || Room(plant, truck) >= Brought(day, plant) + more);

    private long Room(int plant, int truck)
    {
        long room = _full.PlantCapacity[plant];
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
        if (_full.PlantCapacity[plant] == int.MaxValue)
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

    /// <summary>The plant that ends the leg at this position, -1 when none does.</summary>
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
            kinds |= _full.Kind[day.Cells[at].Node];
        }

        return kinds;
    }
}
