namespace DispatchWorker.Planning.Search;

/// <summary>Simulated annealing over ruin and recreate: takes the outcome if it is better or, while warm, not much worse.</summary>
internal sealed class Annealer
{
    private readonly State _state;
    private readonly SplitMix _random;
    private readonly Ruin _ruin;
    private readonly Recreate _recreate;
    private readonly BetterEmptying _better;
    private readonly SearchModel _model;
    private readonly Day[] _best;
    private readonly bool[] _stale;
    private readonly List<int> _staleTrucks = [];
    private readonly CancellationToken _cancel;

    public Annealer(SearchModel model, Tuning tuning, ulong seed, CancellationToken cancel)
    {
        _state = new State(model);
        _random = new SplitMix(seed);
        _ruin = new Ruin(_state, _random, tuning);
        _recreate = new Recreate(_state, _random, tuning, cancel);
        _better = new BetterEmptying(_state);
        _model = model;
        _cancel = cancel;
        _best = [.. _state.Days.Select(_ => new Day())];
        _stale = new bool[_best.Length];
    }

    public State State => _state;
    public Day[] Best => _best;
    public long BestCost { get; private set; }
    public int[] BestAbsent { get; private set; } = [];
    public long Iterations { get; private set; }

    public void Load(Solution solution, int[] trucks, IEnumerable<int> absent)
    {
        _state.Load(solution, trucks, absent);
        SaveBest(everything: true);
    }

    public void Construct()
    {
        _recreate.Run();
        _state.Keep();
        SaveBest(everything: true);
    }

    /// <summary>Anneals until the slice is used up. The temperature falls geometrically along the whole budget.</summary>
    public void Run(Slice slice)
    {
        double temperature = 0;
        for (long done = 0; ; done++)
        {
            if ((done & 15) == 0)
            {
                _cancel.ThrowIfCancellationRequested();
                var progress = slice.Progress(done);
                if (!(progress < slice.To))
                {
                    break;
                }

                temperature = slice.Temperature(progress);
            }

            var before = _state.Cost;
            _ruin.Run();
            _recreate.Run();
            if (_model.Plants > 0)
            {
                foreach (var truck in _state.Touched)
                {
                    _better.Improve(truck);
                }
            }

            Iterations++;
            if (_state.Cost < before - temperature * Math.Log(_random.Unit()))
            {
                Mark();
                _state.Keep();
                if (_state.Cost < BestCost)
                {
                    SaveBest(everything: false);
                }
            }
            else
            {
                _state.Undo();
            }
        }
    }

    private void Mark()
    {
        foreach (var truck in _state.Touched)
        {
            if (_stale[truck])
            {
                continue;
            }

            _stale[truck] = true;
            _staleTrucks.Add(truck);
        }
    }

    /// <summary>Copies only days changed since the last best: early in the search every other iteration brings a new best.</summary>
    private void SaveBest(bool everything)
    {
        if (everything)
        {
            foreach (var truck in _state.Trucks)
            {
                _best[truck].CopyFrom(_state.Days[truck]);
            }
        }
        else
        {
            foreach (var truck in _staleTrucks)
            {
                _best[truck].CopyFrom(_state.Days[truck]);
            }
        }

        foreach (var truck in _staleTrucks)
        {
            _stale[truck] = false;
        }

        _staleTrucks.Clear();
        BestCost = _state.Cost;
        BestAbsent = _state.AbsentCount == 0 ? [] : _state.Absent[.._state.AbsentCount];
    }
}
