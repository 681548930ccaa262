using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DispatchWorker.Planning.Search;

/// <summary>Puts absent jobs back one by one, each where it costs least now; every place is overlooked once in a hundred times ("blink"),
/// which is what keeps the greedy order from always giving the same plan.</summary>
internal sealed class Recreate(State state, Dice dice, Tuning tuning)
{
    private readonly Model _model = state.Model;
    private readonly List<int> _open = [];
    private readonly int[] _idleOfClass = new int[state.Model.Classes];
    private int[] _keys = new int[64];
    private int[] _queue = new int[64];
    private int _blink = dice.Gap(tuning.Blink);
    private Placement _best;
    private readonly int[] _seen = new int[state.Model.Vehicles.Length];
    private int _round;

    /// <summary>Lateness may cost more than any way does.</summary>
    private readonly long _nowhere = state.Model.Full is null ? Model.Never : long.MaxValue / 4;

    public void Run()
    {
        OpenTrucks();
        var left = Rest();
        var waiting = Order(left);
        for (var i = 0; i < waiting; i++)
        {
            var job = _queue[i];
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
        var standing = state.Standing;
        if (standing <= FewTried || standing == state.AbsentCount)
        {
            return 0;
        }

        var rest = standing - FewTried;
        for (var i = rest; i < standing; i++)
        {
            var other = dice.Below(i + 1);
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

        _best.Apply(state, job);
        return _best.Truck;
    }

    private void Insert(int job)
    {
        var wasIdle = state.Days[_best.Truck].Count == 0;
        _best.Apply(state, job);
        if (wasIdle)
        {
            OpenNext(_model.Vehicles[_best.Truck].Class);
        }
    }

    /// <summary>Trucks in use, and the first idle one of each class: the others of the class would only repeat it.</summary>
    private void OpenTrucks()
    {
        _open.Clear();
        Array.Fill(_idleOfClass, -1);
        foreach (var truck in state.Trucks)
        {
            if (state.Days[truck].Count > 0)
            {
                _open.Add(truck);
                continue;
            }

            ref int idle = ref _idleOfClass[_model.Vehicles[truck].Class];
            if (idle < 0)
            {
                idle = truck;
                _open.Add(truck);
            }
        }
    }

    private void OpenNext(int @class)
    {
        foreach (var truck in state.Trucks)
        {
            if (_model.Vehicles[truck].Class == @class && state.Days[truck].Count == 0)
            {
                _open.Add(truck);
                return;
            }
        }
    }

    public bool Find(int job)
    {
        _best.Delta = _nowhere;
        // Days of near jobs first: the sooner the best is good, the fewer others need a closer look. Far days only if nothing near has room.
        int[] near = _model.Near.Length == 0 ? [] : _model.Near[job];
        _round++;
        for (var i = 0; i < near.Length && i < tuning.Reach; i++)
        {
            var truck = state.DayOf[near[i]];
            if (truck < 0 || _seen[truck] == _round)
            {
                continue;
            }

            _seen[truck] = _round;
            Scan(job, truck);
        }

        var found = _best.Delta < _nowhere;
        foreach (var truck in _open)
        {
            if (_seen[truck] != _round && (!found || state.Days[truck].Count == 0))
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
        var extra = _model.Full is { } full ? full.Surcharge[truck][job] + (day.Count == 0 ? full.TruckPrice[truck] : 0) : 0;
        var limit = (int)Math.Min(_best.Delta - extra, Model.Never);
        var done = _model.Open[job] + _model.Service[job];
        var close = _model.Close[job];
        var at = day.Frozen;
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
            var delta = Unsafe.Add(ref to, cell.Node) + Unsafe.Add(ref from, next.Node) - cell.Arc;
            if (delta < limit)
            {
                if (--_blink < 0)
                {
                    _blink = dice.Gap(tuning.Blink);
                }
                else
                {
                    Try(job, truck, vehicle, at, ref cell, ref next, delta);
                    limit = (int)Math.Min(_best.Delta - extra, Model.Never);
                }
            }

            cell = ref next;
        }
    }

    /// <summary>The three ways to put a job at a position: as it is, with an emptying before it, with an emptying after it.</summary>
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

    /// <summary>Fills the queue with the absent jobs from a position on, in one of several orders.</summary>
    private int Order(int from)
    {
        var count = state.AbsentCount - from;
        if (_queue.Length < count)
        {
            _queue = new int[count * 2];
            _keys = new int[count * 2];
        }

        var kind = dice.Below(11);
        for (var i = 0; i < count; i++)
        {
            var job = state.Absent[from + i];
            _queue[i] = job;
            var depot = _model.Depot(0);
            _keys[i] = kind switch
            {
                < 4 => dice.Below(int.MaxValue),
                < 6 => -_model.Volume[job],
                < 7 => -_model.Time[depot][job],
                < 8 => _model.Time[depot][job],
                < 9 => _model.Close[job] - _model.Open[job],
                < 10 => _model.Open[job],
                _ => -_model.Close[job],
            };
        }

        Array.Sort(_keys, _queue, 0, count);
        return count;
    }
}
