using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DispatchWorker.Planning.Search;

/// <summary>Puts absent jobs back one by one, each where it costs least now; every place is overlooked once in a hundred times ("blink"),
/// which is what keeps the greedy order from always giving the same plan.</summary>
internal sealed class Recreate(State state, Dice dice, Tuning tuning)
{
    private readonly Model model = state.Model;
    private readonly List<int> open = [];
    private readonly int[] idleOfClass = new int[state.Model.Classes];
    private int[] keys = new int[64];
    private int[] queue = new int[64];
    private int blink = dice.Gap(tuning.Blink);
    private Placement best;
    private readonly int[] seen = new int[state.Model.Vehicles.Length];
    private int round;

    /// <summary>Lateness may cost more than any way does.</summary>
    private readonly long nowhere = state.Model.Full is null ? Model.Never : long.MaxValue / 4;

    public void Run()
    {
        OpenTrucks();
        int left = Rest(),
            waiting = Order(left);
        for (int i = 0; i < waiting; i++)
        {
            int job = queue[i];
            if (Find(job))
            {
                Insert(job);
            }
            else
            {
                state.Absent[left++] = job;
            }
        }
        state.AbsentCount = left;
    }

    /// <summary>Where many jobs have no place, each round tries but a few of them: the number left alone, at the front of the list.</summary>
    private int Rest()
    {
        int standing = state.Standing;
        if (standing <= FewTried || standing == state.AbsentCount)
        {
            return 0;
        }

        int rest = standing - FewTried;
        for (int i = rest; i < standing; i++)
        {
            int other = dice.Below(i + 1);
            (state.Absent[i], state.Absent[other]) = (state.Absent[other], state.Absent[i]);
        }
        return rest;
    }

    private const int FewTried = 15;

    /// <summary>Puts one absent job in at its cheapest place; the truck, or null when there is none.</summary>
    public int? TryInsert(int job)
    {
        OpenTrucks();
        if (!Find(job))
        {
            return null;
        }

        best.Apply(state, job);
        return best.Truck;
    }

    private void Insert(int job)
    {
        bool wasIdle = state.Days[best.Truck].Count == 0;
        best.Apply(state, job);
        if (wasIdle)
        {
            OpenNext(model.Vehicles[best.Truck].Class);
        }
    }

    /// <summary>Trucks in use, and the first idle one of each class: the others of the class would only repeat it.</summary>
    private void OpenTrucks()
    {
        open.Clear();
        Array.Fill(idleOfClass, -1);
        foreach (int truck in state.Trucks)
        {
            if (state.Days[truck].Count > 0)
            {
                open.Add(truck);
                continue;
            }

            ref int idle = ref idleOfClass[model.Vehicles[truck].Class];
            if (idle < 0)
            {
                idle = truck;
                open.Add(truck);
            }
        }
    }

    private void OpenNext(int @class)
    {
        foreach (int truck in state.Trucks)
        {
            if (model.Vehicles[truck].Class == @class && state.Days[truck].Count == 0)
            {
                open.Add(truck);
                return;
            }
        }
    }

    public bool Find(int job)
    {
        best.Delta = nowhere;
        // Days of near jobs first: the sooner the best is good, the fewer others need a closer look. Far days only if nothing near has room.
        int[] near = model.Near.Length == 0 ? [] : model.Near[job];
        round++;
        for (int i = 0; i < near.Length && i < tuning.Reach; i++)
        {
            int truck = state.DayOf[near[i]];
            if (truck < 0 || seen[truck] == round)
            {
                continue;
            }

            seen[truck] = round;
            Scan(job, truck);
        }
        bool found = best.Delta < nowhere;
        foreach (int truck in open)
        {
            if (seen[truck] != round && (!found || state.Days[truck].Count == 0))
            {
                Scan(job, truck);
            }
        }
        return best.Delta < nowhere;
    }

    private void Scan(int job, int truck)
    {
        Vehicle vehicle = model.Vehicles[truck];
        if (!model.Fits[vehicle.Class][job])
        {
            return;
        }

        Day day = state.Days[truck];
        ref int to = ref MemoryMarshal.GetArrayDataReference(model.DistanceTo[job]);
        ref int from = ref MemoryMarshal.GetArrayDataReference(model.Distance[job]);
        ref Cell cell = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(day.Cells), day.Frozen);
        long extra = model.Full is { } full ? full.Surcharge[truck][job] + (day.Count == 0 ? full.TruckPrice[truck] : 0) : 0;
        int limit = (int)Math.Min(best.Delta - extra, Model.Never);
        int done = model.Open[job] + model.Service[job],
            close = model.Close[job],
            at = day.Frozen;
        // Times only rise along a day: skip what must come before the job, stop at what must come after it.
        while (at < day.Count && Unsafe.Add(ref cell, 1).Latest < done)
        {
            cell = ref Unsafe.Add(ref cell, 1);
            at++;
        }
        for (; at <= day.Count; at++)
        {
            if (cell.Depart > close)
            {
                return;
            }

            ref Cell next = ref Unsafe.Add(ref cell, 1);
            int delta = Unsafe.Add(ref to, cell.Node) + Unsafe.Add(ref from, next.Node) - cell.Arc;
            if (delta < limit)
            {
                if (--blink < 0)
                {
                    blink = dice.Gap(tuning.Blink);
                }
                else
                {
                    Try(job, truck, vehicle, at, ref cell, ref next, delta);
                    limit = (int)Math.Min(best.Delta - extra, Model.Never);
                }
            }
            cell = ref next;
        }
    }

    /// <summary>The three ways to put a job at a position: as it is, with an emptying before it, with an emptying after it.</summary>
    private void Try(int job, int truck, Vehicle vehicle, int at, ref Cell before, ref Cell after, int delta)
    {
        int arrive = before.Depart + model.Time[before.Node][job];
        if (arrive > model.Close[job])
        {
            return;
        }

        int leave = Math.Max(arrive, model.Open[job]) + model.Service[job],
            volume = model.Volume[job];
        bool needsClosing = model.MustEndEmpty && at >= state.Days[truck].OpenFrom && before.Leg + volume > 0;
        if (!needsClosing && before.Leg + volume <= vehicle.Capacity)
        {
            if (leave + model.Time[job][after.Node] <= after.Latest)
            {
                Set(job, truck, at, Emptying.None, -1, delta);
            }
            return;
        }
        if (before.Load + volume <= vehicle.Capacity && (needsClosing || before.Leg > before.Load))
        {
            int head = model.DistanceTo[job][before.Node] - before.Arc;
            for (int plant = model.Jobs; plant < model.Jobs + model.Plants; plant++)
            {
                int with = head + model.Distance[job][plant] + model.Distance[plant][after.Node];
                if (with >= best.Delta)
                {
                    continue;
                }

                int there = leave + model.Time[job][plant];
                if (
                    there <= model.Close[plant]
                    && Math.Max(there, model.Open[plant]) + model.Service[plant] + model.Time[plant][after.Node] <= after.Latest
                )
                {
                    Set(job, truck, at, Emptying.After, plant, with);
                }
            }
        }
        if (!needsClosing && before.Load > 0 && before.Leg - before.Load + volume <= vehicle.Capacity)
        {
            int tail = model.Distance[job][after.Node] - before.Arc;
            for (int plant = model.Jobs; plant < model.Jobs + model.Plants; plant++)
            {
                int with = tail + model.Distance[before.Node][plant] + model.Distance[plant][job];
                if (with >= best.Delta)
                {
                    continue;
                }

                int there = before.Depart + model.Time[before.Node][plant];
                if (there > model.Close[plant])
                {
                    continue;
                }

                int here = Math.Max(there, model.Open[plant]) + model.Service[plant] + model.Time[plant][job];
                if (
                    here <= model.Close[job]
                    && Math.Max(here, model.Open[job]) + model.Service[job] + model.Time[job][after.Node] <= after.Latest
                )
                {
                    Set(job, truck, at, Emptying.Before, plant, with);
                }
            }
        }
    }

    private void Set(int job, int truck, int at, Emptying emptying, int plant, long delta)
    {
        if (
            state.Timeline is { } timeline
            && !timeline.Allows(state.Days[truck], model.Vehicles[truck], job, at, emptying, plant, best.Delta, ref delta)
        )
        {
            return;
        }

        best.Truck = truck;
        best.At = at;
        best.Emptying = emptying;
        best.Plant = plant;
        best.Delta = delta;
    }

    /// <summary>Fills the queue with the absent jobs from a position on, in one of several orders.</summary>
    private int Order(int from)
    {
        int count = state.AbsentCount - from;
        if (queue.Length < count)
        {
            queue = new int[count * 2];
            keys = new int[count * 2];
        }
        int kind = dice.Below(11);
        for (int i = 0; i < count; i++)
        {
            int job = state.Absent[from + i];
            queue[i] = job;
            int depot = model.Depot(0);
            keys[i] = kind switch
            {
                < 4 => dice.Below(int.MaxValue),
                < 6 => -model.Volume[job],
                < 7 => -model.Time[depot][job],
                < 8 => model.Time[depot][job],
                < 9 => model.Close[job] - model.Open[job],
                < 10 => model.Open[job],
                _ => -model.Close[job],
            };
        }
        Array.Sort(keys, queue, 0, count);
        return count;
    }
}
