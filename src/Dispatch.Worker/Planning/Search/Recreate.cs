namespace DispatchWorker.Planning.Search;

/// <summary>Puts absent jobs back one by one, each where it costs least at that moment.</summary>
internal sealed class Recreate(State state, SplitMix random, Tuning tuning, CancellationToken cancel)
{
    private readonly SearchModel _model = state.Model;
    private readonly CheapestPlace _cheapest = new(state, random, tuning);
    private readonly InsertionOrder _order = new(state, random);
    private readonly List<int> _open = [];
    private readonly int[] _idleOfClass = new int[state.Model.Fits.Length];

    public void Run()
    {
        OpenTrucks();
        var (left, queued) = _order.Draw();
        for (var i = 0; i < queued; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var job = _order[i];
            if (_cheapest.Find(job, _open))
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

    /// <summary>Puts one absent job in at its cheapest place.</summary>
    /// <returns>The truck; null when no truck has a place for it.</returns>
    public int? TryInsert(int job)
    {
        cancel.ThrowIfCancellationRequested();
        OpenTrucks();
        if (!_cheapest.Find(job, _open))
        {
            return null;
        }

        _cheapest.Best.Apply(state, job);
        return _cheapest.Best.Truck;
    }

    private void Insert(int job)
    {
        var truck = _cheapest.Best.Truck;
        var wasIdle = state.Days[truck].Count == 0;
        _cheapest.Best.Apply(state, job);
        if (wasIdle)
        {
            OpenNext(_model.Vehicles[truck].Class);
        }
    }

    /// <summary>Trucks in use, and the first idle one of each class: the others of its class would give the same result.</summary>
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
}
