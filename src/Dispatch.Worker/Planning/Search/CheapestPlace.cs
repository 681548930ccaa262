using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DispatchWorker.Planning.Search;

/// <summary>Finds where an absent job costs least. One place in a hundred is overlooked at random ("blink"), so that the greedy
/// order does not always give the same plan.</summary>
internal sealed class CheapestPlace(State state, SplitMix random, Tuning tuning)
{
    private readonly SearchModel _model = state.Model;

    /// <summary>Per vehicle: the last <see cref="_round"/> in which its day was looked at.</summary>
    private readonly int[] _seen = new int[state.Model.Vehicles.Length];

    /// <summary>Above any price of a place. With <see cref="Full"/> lateness may cost more than any way.</summary>
    private readonly long _nowhere = state.Model.Full is null ? SearchModel.Never : long.MaxValue / 4;
    private int _round;

    /// <summary>Places until the next one that is overlooked.</summary>
    private int _blink = random.Gap(tuning.Blink);
    private Placement _best;

    public ref readonly Placement Best => ref _best;

    /// <param name="job">Its node.</param>
    /// <param name="open">The trucks that may take it.</param>
    /// <returns>False when no truck has a place for it.</returns>
    public bool Find(int job, List<int> open)
    {
        _best.Delta = _nowhere;
        // Days of near jobs first: once a good place is known, few others need a closer look. Far days only if no near day has room.
        var near = _model.Near.Length == 0 ? [] : _model.Near[job].AsSpan();
        var dayOf = state.DayOf;
        var seen = _seen;
        var round = ++_round;
        foreach (var other in near[..Math.Min(near.Length, tuning.Reach)])
        {
            var truck = dayOf[other];
            if (truck < 0 || seen[truck] == round)
            {
                continue;
            }

            seen[truck] = round;
            Scan(job, truck);
        }

        var found = _best.Delta < _nowhere;
        foreach (var truck in open)
        {
            if (seen[truck] != round && (!found || state.Days[truck].Count == 0))
            {
                Scan(job, truck);
            }
        }

        return _best.Delta < _nowhere;
    }

    private void Scan(int job, int truck)
    {
        var vehicle = _model.Vehicles[truck];
        if (!_model.Fits[vehicle.Class][job])
        {
            return;
        }

        var day = state.Days[truck];
        ref int to = ref MemoryMarshal.GetArrayDataReference(_model.DistanceTo[job]);
        ref int from = ref MemoryMarshal.GetArrayDataReference(_model.Distance[job]);
        ref Cell cell = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(day.Cells), day.Frozen);
        var extra = _model.Full is { } full ? full.Prices.Surcharge[truck][job] + (day.Count == 0 ? full.Prices.Truck : 0) : 0;
        var limit = (int)Math.Min(_best.Delta - extra, SearchModel.Never);
        var done = _model.Open[job] + _model.Service[job];
        var close = _model.Close[job];
        var at = day.Frozen;
        // Times rise along a day: skip stops that must come before the job, end at the first that must come after it.
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
            var delta = Unsafe.Add(ref to, cell.Node) + Unsafe.Add(ref from, next.Node) - cell.Arc;
            if (delta < limit)
            {
                if (--_blink < 0)
                {
                    _blink = random.Gap(tuning.Blink);
                }
                else
                {
                    Try(job, truck, vehicle, at, ref cell, ref next, delta);
                    limit = (int)Math.Min(_best.Delta - extra, SearchModel.Never);
                }
            }

            cell = ref next;
        }
    }

    /// <summary>Tries a position in three ways: the job alone, with an emptying before it, with an emptying after it.</summary>
    private void Try(int job, int truck, Vehicle vehicle, int at, ref Cell before, ref Cell after, int delta)
    {
        var arrive = before.Depart + _model.Time[before.Node][job];
        if (arrive > _model.Close[job])
        {
            return;
        }

        var leave = Math.Max(arrive, _model.Open[job]) + _model.Service[job];
        var volume = _model.Volume[job];
        var needsClosing = _model.MustEndEmpty && at >= state.Days[truck].OpenFrom && before.Leg + volume > 0;
        if (!needsClosing && before.Leg + volume <= vehicle.Capacity)
        {
            if (leave + _model.Time[job][after.Node] <= after.Latest)
            {
                Set(job, truck, at, Emptying.None, -1, delta);
            }

            return;
        }

        if (before.Load + volume <= vehicle.Capacity && (needsClosing || before.Leg > before.Load))
        {
            var head = _model.DistanceTo[job][before.Node] - before.Arc;
            for (var plant = _model.Jobs; plant < _model.Jobs + _model.Plants; plant++)
            {
                var with = head + _model.Distance[job][plant] + _model.Distance[plant][after.Node];
                if (with >= _best.Delta)
                {
                    continue;
                }

                var there = leave + _model.Time[job][plant];
                if (
                    there <= _model.Close[plant]
                    && Math.Max(there, _model.Open[plant]) + _model.Service[plant] + _model.Time[plant][after.Node] <= after.Latest
                )
                {
                    Set(job, truck, at, Emptying.After, plant, with);
                }
            }
        }

        if (!needsClosing && before.Load > 0 && before.Leg - before.Load + volume <= vehicle.Capacity)
        {
            var tail = _model.Distance[job][after.Node] - before.Arc;
            for (var plant = _model.Jobs; plant < _model.Jobs + _model.Plants; plant++)
            {
                var with = tail + _model.Distance[before.Node][plant] + _model.Distance[plant][job];
                if (with >= _best.Delta)
                {
                    continue;
                }

                var there = before.Depart + _model.Time[before.Node][plant];
                if (there > _model.Close[plant])
                {
                    continue;
                }

                var here = Math.Max(there, _model.Open[plant]) + _model.Service[plant] + _model.Time[plant][job];
                if (
                    here <= _model.Close[job]
                    && Math.Max(here, _model.Open[job]) + _model.Service[job] + _model.Time[job][after.Node] <= after.Latest
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
            && !timeline.Allows(state.Days[truck], _model.Vehicles[truck], job, at, emptying, plant, _best.Delta, ref delta)
        )
        {
            return;
        }

        _best.Truck = truck;
        _best.At = at;
        _best.Emptying = emptying;
        _best.Plant = plant;
        _best.Delta = delta;
    }
}
