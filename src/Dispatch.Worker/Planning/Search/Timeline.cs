namespace DispatchWorker.Planning.Search;

/// <summary>The slow, exact evaluation that <see cref="Full"/> needs: walks a day stop by stop through blocked times, breaks and bays taken by others,
/// and adds up lateness and overtime. Leaving earlier never means arriving later here, so walking as early as possible is best.</summary>
internal sealed class Timeline(Model model)
{
    private readonly Full full = model.Full!;
    private readonly PlantBook book = new(model);

    /// <summary>Notes what a day takes of the plants, for the others to see.</summary>
    public void Enter(int truck, Day day) => book.Enter(truck, day);

    /// <summary>Corrects the times and the price of a day whose sequence has been refreshed; false when it breaks a rule.</summary>
    public bool Schedule(Day day, Vehicle vehicle)
    {
        if (day.Late.Length < day.Count + 2)
        {
            day.Late = new long[day.Cells.Length];
        }
        day.Late[0] = 0;
        long late = Walk(day, vehicle, 0, -1, -1, record: true);
        day.Late[day.Count + 1] = Math.Max(0, late);
        long price = day.Distance + Math.Max(0, late);
        if (day.Count > day.Frozen)
        {
            price += full.TruckPrice[vehicle.Index];
        }
        int[] surcharge = full.Surcharge[vehicle.Index];
        for (int at = 1; at <= day.Count; at++)
        {
            if (model.IsJob(day.Cells[at].Node))
            {
                price += surcharge[day.Cells[at].Node];
            }
        }
        day.Cost = price;
        return late >= 0 && book.Takes(day, vehicle.Index);
    }

    /// <summary>Whether the job can go there; adds what it makes later to <paramref name="delta"/>, and gives up beyond <paramref name="limit"/>.</summary>
    public bool Allows(Day day, Vehicle vehicle, int job, int at, Emptying emptying, int plant, long limit, ref long delta)
    {
        delta += full.Surcharge[vehicle.Index][job] + (day.Count == day.Frozen ? full.TruckPrice[vehicle.Index] : 0);
        if (delta >= limit || !book.Takes(day, vehicle.Index, job, at, emptying, plant))
        {
            return false;
        }

        int first = emptying == Emptying.Before ? plant : job,
            second = emptying switch
            {
                Emptying.Before => job,
                Emptying.After => plant,
                _ => -1,
            };
        long late = Walk(day, vehicle, at, first, second, record: false);
        if (late < 0)
        {
            return false;
        }

        delta += late - day.Late[day.Count + 1];
        return delta < limit;
    }

    /// <summary>Price of lateness and overtime when up to two stops are put in after <paramref name="from"/>; -1 when a wall is hit.</summary>
    private long Walk(Day day, Vehicle vehicle, int from, int first, int second, bool record)
    {
        int truck = vehicle.Index,
            leave = day.Cells[from].Depart,
            previous = day.Cells[from].Node,
            at = from;
        long late = day.Late[from];
        bool fits = true;
        while (true)
        {
            int node;
            if (first >= 0)
            {
                (node, first, second) = (first, second, -1);
            }
            else if (++at <= day.Count)
            {
                node = day.Cells[at].Node;
            }
            else
            {
                break;
            }

            int arrive = Drive(day, truck, leave, model.Time[previous][node]);
            int start = Start(day, truck, node, Math.Max(arrive, model.Open[node]));
            fits &= start <= model.Close[node];
            if (!fits && !record)
            {
                return -1;
            }

            leave = start + model.Service[node];
            if (node < model.Jobs && start > full.Due[node])
            {
                late += (start - full.Due[node]) * full.LatePrice[node];
            }
            if (record)
            {
                day.Cells[at].Depart = leave;
                day.Late[at] = late;
            }
            previous = node;
        }
        int home = Drive(day, truck, leave, model.Time[previous][vehicle.Depot]);
        if (record)
        {
            day.Cells[day.Count + 1].Depart = home;
        }
        if (!fits || home > vehicle.End)
        {
            return -1;
        }

        return late + Math.Max(0, home - full.ShiftEnd[truck]) * full.OvertimePrice;
    }

    /// <summary>Arrival of a drive that may have to wait until it can be done in one piece.</summary>
    private int Drive(Day day, int truck, int leave, int length) => Free(day, truck, leave, length) + length;

    private int Start(Day day, int truck, int node, int earliest)
    {
        int start = earliest,
            service = model.Service[node];
        while (true)
        {
            int free = Free(day, truck, start, service);
            start = node >= model.Jobs ? book.Slot(node - model.Jobs, truck, free, service) : free;
            if (start == free)
            {
                return start;
            }
        }
    }

    /// <summary>The first moment from which on nothing interrupts the truck for so long.</summary>
    public int Free(Day day, int truck, int moment, int length)
    {
        (int From, int To)[] blocked = full.Blocked[truck];
        if (length == 0 || blocked.Length + day.Breaks.Length == 0)
        {
            return moment;
        }

        for (bool moved = true; moved; )
        {
            moved = false;
            foreach ((int from, int to) in blocked)
            {
                Push(ref moment, length, from, to, ref moved);
            }
            for (int i = 0; i < day.Breaks.Length; i++)
            {
                Push(ref moment, length, day.Breaks[i], day.Breaks[i] + full.Breaks[truck][i].Length, ref moved);
            }
        }
        return moment;
    }

    private static void Push(ref int moment, int length, int from, int to, ref bool moved)
    {
        if (moment >= to || moment + length <= from)
        {
            return;
        }

        moment = to;
        moved = true;
    }
}
