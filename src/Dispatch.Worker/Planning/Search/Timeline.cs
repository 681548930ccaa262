namespace DispatchWorker.Planning.Search;

/// <summary>The slow, exact evaluation that <see cref="Full"/> needs: walks a day stop by stop through blocked times, breaks and
/// occupied bays, and adds up lateness and overtime. Who leaves earlier never arrives later, so each step is taken as early as
/// possible.</summary>
internal sealed class Timeline(SearchModel model)
{
    private readonly Interruptions _interruptions = model.Full!.Interruptions;
    private readonly Prices _prices = model.Full!.Prices;
    private readonly PlantBook _book = new(model, model.Full!.Plants);

    /// <summary>Notes what a day takes of the plants, which limits the other days.</summary>
    public void Enter(int truck, Day day) => _book.Enter(truck, day);

    /// <summary>Corrects times and price of a day after <see cref="Day.Refresh"/>; false when it breaks a rule.</summary>
    public bool Schedule(Day day, Vehicle vehicle)
    {
        if (day.Late.Length < day.Count + 2)
        {
            day.Late = new long[day.Cells.Length];
        }

        day.Late[0] = 0;
        var late = Walk(day, vehicle, 0, -1, -1, record: true);
        day.Late[day.Count + 1] = Math.Max(0, late);
        var price = day.Distance + Math.Max(0, late);
        if (day.Count > day.Frozen)
        {
            price += _prices.Truck;
        }

        var surcharge = _prices.Surcharge[vehicle.Index];
        for (var at = 1; at <= day.Count; at++)
        {
            if (model.IsJob(day.Cells[at].Node))
            {
                price += surcharge[day.Cells[at].Node];
            }
        }

        day.Cost = price;
        return late >= 0 && _book.Takes(day, vehicle.Index);
    }

    /// <summary>Whether the job fits there for less than <paramref name="limit"/>; adds the price of what becomes later to
    /// <paramref name="delta"/>.</summary>
    public bool Allows(Day day, Vehicle vehicle, int job, int at, Emptying emptying, int plant, long limit, ref long delta)
    {
        delta += _prices.Surcharge[vehicle.Index][job] + (day.Count == day.Frozen ? _prices.Truck : 0);
        if (delta >= limit || !_book.Takes(day, vehicle.Index, job, at, emptying, plant))
        {
            return false;
        }

        var first = emptying == Emptying.Before ? plant : job;
        var second = emptying switch
        {
            Emptying.Before => job,
            Emptying.After => plant,
            _ => -1,
        };
        var late = Walk(day, vehicle, at, first, second, record: false);
        if (late < 0)
        {
            return false;
        }

        delta += late - day.Late[day.Count + 1];
        return delta < limit;
    }

    /// <summary>Price of lateness and overtime with up to two stops inserted after <paramref name="from"/>; -1 when a rule is
    /// broken.</summary>
    private long Walk(Day day, Vehicle vehicle, int from, int first, int second, bool record)
    {
        var truck = vehicle.Index;
        var leave = day.Cells[from].Depart;
        var previous = day.Cells[from].Node;
        var at = from;
        var late = day.Late[from];
        var fits = true;
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

            var arrive = Drive(day, truck, leave, model.Time[previous][node]);
            var start = Start(day, truck, node, Math.Max(arrive, model.Open[node]));
            fits &= start <= model.Close[node];
            if (!fits && !record)
            {
                return -1;
            }

            leave = start + model.Service[node];
            if (node < model.Jobs && start > _prices.Due[node])
            {
                late += (start - _prices.Due[node]) * _prices.Late[node];
            }

            if (record)
            {
                day.Cells[at].Depart = leave;
                day.Late[at] = late;
            }

            previous = node;
        }

        var home = Drive(day, truck, leave, model.Time[previous][vehicle.Depot]);
        if (record)
        {
            day.Cells[day.Count + 1].Depart = home;
        }

        if (!fits || home > vehicle.End)
        {
            return -1;
        }

        return late + Math.Max(0, home - _prices.ShiftEnd[truck]) * _prices.Overtime;
    }

    /// <summary>When a drive arrives; it begins when it can be driven without an interruption.</summary>
    private int Drive(Day day, int truck, int leave, int length) => _interruptions.Free(day, truck, leave, length) + length;

    private int Start(Day day, int truck, int node, int earliest)
    {
        var start = earliest;
        var service = model.Service[node];
        while (true)
        {
            var free = _interruptions.Free(day, truck, start, service);
            start = node >= model.Jobs ? _book.Slot(node - model.Jobs, truck, free, service) : free;
            if (start == free)
            {
                return start;
            }
        }
    }
}
