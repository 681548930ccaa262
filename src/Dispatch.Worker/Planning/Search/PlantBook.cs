namespace DispatchWorker.Planning.Search;

/// <summary>Who empties where, when and how much: what one truck's day leaves of a plant for the others.</summary>
internal sealed class PlantBook(Model model)
{
    private readonly Full full = model.Full!;

    /// <summary>[plant][truck], and in the last place what is booked from outside.</summary>
    private readonly List<(int From, int To, int Volume)>[][] entries =
    [
        .. model.Full!.Booked.Select(booked => model.Vehicles.Select(_ => new List<(int, int, int)>()).Append([.. booked]).ToArray()),
    ];

    public void Enter(int truck, Day day)
    {
        if (!full.Coupled)
        {
            return;
        }

        for (int plant = 0; plant < model.Plants; plant++)
        {
            entries[plant][truck].Clear();
        }
        for (int at = 1; at <= day.Count; at++)
        {
            int plant = day.Cells[at].Node - model.Jobs;
            if (plant >= 0)
            {
                entries[plant]
                    [truck]
                    .Add((day.Cells[at].Depart - model.Service[plant + model.Jobs], day.Cells[at].Depart, day.Cells[at - 1].Load));
            }
        }
    }

    /// <summary>The first moment from <paramref name="earliest"/> on when a bay is free for so long. Trucks that overlap count as if all at once:
    /// a little too careful, never wrong.</summary>
    public int Slot(int plant, int truck, int earliest, int length)
    {
        if (full.Bays[plant] == int.MaxValue || length == 0)
        {
            return earliest;
        }

        while (true)
        {
            int there = 0,
                soonest = int.MaxValue;
            for (int other = 0; other < entries[plant].Length; other++)
            {
                if (other == truck)
                {
                    continue;
                }
                foreach ((int from, int to, _) in entries[plant][other])
                {
                    if (from >= earliest + length || to <= earliest)
                    {
                        continue;
                    }

                    there++;
                    soonest = Math.Min(soonest, to);
                }
            }
            if (there < full.Bays[plant])
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
        for (int at = 1; at <= day.Count; at++)
        {
            int node = day.Cells[at].Node,
                plant = node - model.Jobs;
            if (plant < 0)
            {
                aboard |= full.Kind[node];
                continue;
            }
            if ((aboard & ~full.Accepts[plant]) != 0 || Room(plant, truck) < Brought(day, plant))
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
        int old = Closing(day, at),
            volume = model.Volume[job],
            head = day.Cells[at].Load;
        ulong kind = full.Kind[job],
            before = emptying == Emptying.None ? 0 : KindsBefore(day, at);
        return emptying switch
        {
            Emptying.None => old < 0 || Gets(day, truck, old, volume, kind),
            Emptying.Before => Gets(day, truck, plant - model.Jobs, plant - model.Jobs == old ? volume : head, before)
                && (old < 0 || Gets(day, truck, old, plant - model.Jobs == old ? volume : volume - head, kind)),
            _ => Gets(day, truck, plant - model.Jobs, plant - model.Jobs == old ? volume : head + volume, before | kind),
        };
    }

    private bool Gets(Day day, int truck, int plant, int more, ulong kinds) =>
        (kinds & ~full.Accepts[plant]) == 0
        && (full.PlantCapacity[plant] == int.MaxValue || Room(plant, truck) >= Brought(day, plant) + more);

    private long Room(int plant, int truck)
    {
        long room = full.PlantCapacity[plant];
        if (room == int.MaxValue)
        {
            return room;
        }

        for (int other = 0; other < entries[plant].Length; other++)
        {
            if (other == truck)
            {
                continue;
            }
            foreach ((_, _, int volume) in entries[plant][other])
            {
                room -= volume;
            }
        }
        return room;
    }

    private long Brought(Day day, int plant)
    {
        if (full.PlantCapacity[plant] == int.MaxValue)
        {
            return 0;
        }

        long brought = 0;
        for (int at = 1; at <= day.Count; at++)
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
            kinds |= full.Kind[day.Cells[at].Node];
        }
        return kinds;
    }
}
