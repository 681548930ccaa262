namespace DispatchWorker.Planning.Search;

/// <summary>A solution under change: the days, where each job is, and what to undo if the change is not taken.</summary>
internal sealed class State
{
    /// <summary>The job is in no day.</summary>
    public const int Nowhere = -1;

    /// <summary>The job belongs to another annealer at the moment.</summary>
    public const int Elsewhere = -2;

    private readonly Day[] _backups;
    private readonly int[] _touched;
    private readonly bool[] _isTouched;
    private int _touchedCount;
    private readonly int[] _movedJobs;
    private readonly int[] _movedFrom;
    private readonly bool[] _isMoved;
    private int _movedCount;
    private long _costBefore;

    /// <summary>Per job of the problem: how many of its visits are in no day. Part of a job is worth nothing.</summary>
    private readonly int[] _missing;

    public State(SearchModel model)
    {
        Model = model;
        var trucks = model.Vehicles.Length;
        Days = new Day[trucks];
        _backups = new Day[trucks];
        _touched = new int[trucks];
        _isTouched = new bool[trucks];
        for (var truck = 0; truck < trucks; truck++)
        {
            Days[truck] = new Day();
            _backups[truck] = new Day();
        }

        Timeline = model.Full is null ? null : new Timeline(model);
        DayOf = new int[model.Jobs];
        _movedJobs = new int[model.Jobs];
        _movedFrom = new int[model.Jobs];
        _isMoved = new bool[model.Jobs];
        _missing = new int[model.Jobs];
        Absent = new int[model.Jobs];
        Array.Fill(DayOf, Elsewhere);
    }

    public SearchModel Model { get; }

    /// <summary>Only with <see cref="Full"/>.</summary>
    public Timeline? Timeline { get; }
    public Day[] Days { get; }

    /// <summary>Per job node: the day it is in, <see cref="Nowhere"/> or <see cref="Elsewhere"/>.</summary>
    public int[] DayOf { get; }

    /// <summary>The first <see cref="AbsentCount"/> are the jobs in no day.</summary>
    public int[] Absent { get; }
    public int AbsentCount { get; set; }

    /// <summary>How many of them were absent before the change began; they come first.</summary>
    public int Standing { get; private set; }

    /// <summary>Price of the days and of the jobs left out.</summary>
    public long Cost { get; set; }

    /// <summary>Trucks this annealer may use.</summary>
    public int[] Trucks { get; private set; } = [];

    /// <summary>Jobs this annealer plans.</summary>
    public int[] Own { get; private set; } = [];

    public void Load(Solution solution, int[] trucks, IEnumerable<int> absent)
    {
        foreach (var job in Own)
        {
            DayOf[job] = Elsewhere;
            _missing[Model.SourceJob[job]] = 0;
        }

        Trucks = trucks;
        AbsentCount = 0;
        Cost = 0;
        List<int> own = [];
        foreach (var truck in trucks)
        {
            Days[truck].CopyFrom(solution.Days[truck]);
            Cost += Days[truck].Cost;
            Timeline?.Enter(truck, Days[truck]);
            Claim(truck, own);
        }

        foreach (var job in absent)
        {
            own.Add(job);
            DayOf[job] = Nowhere;
            Absent[AbsentCount++] = job;
            Miss(job);
        }

        Own = [.. own];
        Keep();
    }

    private void Claim(int truck, List<int> own)
    {
        var day = Days[truck];
        for (var at = 1; at <= day.Count; at++)
        {
            var node = day.Cells[at].Node;
            if (!Model.IsJob(node))
            {
                continue;
            }

            own.Add(node);
            DayOf[node] = truck;
        }
    }

    /// <summary>Call it before changing a day.</summary>
    public void Touch(int truck)
    {
        if (_isTouched[truck])
        {
            return;
        }

        _isTouched[truck] = true;
        _touched[_touchedCount++] = truck;
        _backups[truck].CopyFrom(Days[truck]);
    }

    public ReadOnlySpan<int> Touched => _touched.AsSpan(0, _touchedCount);

    /// <summary>Brings a touched day up to date after its sequence changed; false when it breaks a rule.</summary>
    public bool Refresh(int truck)
    {
        var day = Days[truck];
        Cost -= day.Cost;
        var fits = day.Refresh(Model.Vehicles[truck], Model, Timeline);
        Cost += day.Cost;
        Timeline?.Enter(truck, day);
        return fits;
    }

    /// <summary>Brings a touched day up to date after stops that fit were inserted.</summary>
    public void Inserted(int truck, int at, int stops)
    {
        if (Timeline is not null)
        {
            Refresh(truck);
            return;
        }

        var day = Days[truck];
        Cost -= day.Cost;
        day.Inserted(Model, at, stops);
        Cost += day.Cost;
    }

    /// <summary>Closes gaps (nodes below zero) in a touched day, drops emptying visits it no longer needs and brings it up to
    /// date.</summary>
    public void Close(int truck)
    {
        var day = Days[truck];
        Emptyings.Squeeze(day, Model.Vehicles[truck], Model);
        if (Refresh(truck))
        {
            return;
        }

        // A shorter day can be late: a detour may be quicker than the direct way, and a long drive may not fit between interruptions.
        // Then all its jobs are taken out.
        for (var at = day.Frozen + 1; at <= day.Count; at++)
        {
            if (Model.IsJob(day.Cells[at].Node))
            {
                Leave(day.Cells[at].Node);
            }

            day.Cells[at].Node = -1;
        }

        Emptyings.Squeeze(day, Model.Vehicles[truck], Model);
        Refresh(truck);
    }

    /// <summary>Call it before changing a job's place.</summary>
    public void Remember(int job)
    {
        if (_isMoved[job])
        {
            return;
        }

        _isMoved[job] = true;
        _movedJobs[_movedCount] = job;
        _movedFrom[_movedCount++] = DayOf[job];
    }

    public void Leave(int job)
    {
        Remember(job);
        DayOf[job] = Nowhere;
        Absent[AbsentCount++] = job;
        Miss(job);
    }

    public void Join(int job, int truck)
    {
        DayOf[job] = truck;
        if (--_missing[Model.SourceJob[job]] == 0)
        {
            Cost -= Model.Penalty[job];
        }
    }

    private void Miss(int job)
    {
        if (_missing[Model.SourceJob[job]]++ == 0)
        {
            Cost += Model.Penalty[job];
        }
    }

    /// <summary>Keeps the changes since the last call of this or of <see cref="Undo"/>.</summary>
    public void Keep()
    {
        Forget();
        _costBefore = Cost;
    }

    public void Undo()
    {
        for (var i = 0; i < _touchedCount; i++)
        {
            var truck = _touched[i];
            (Days[truck], _backups[truck]) = (_backups[truck], Days[truck]);
            Timeline?.Enter(truck, Days[truck]);
        }

        var absentChanged = false;
        for (var i = 0; i < _movedCount; i++)
        {
            var job = _movedJobs[i];
            absentChanged |= DayOf[job] == Nowhere || _movedFrom[i] == Nowhere;
            _missing[Model.SourceJob[job]] += (_movedFrom[i] == Nowhere ? 1 : 0) - (DayOf[job] == Nowhere ? 1 : 0);
            DayOf[job] = _movedFrom[i];
        }

        if (absentChanged || AbsentCount > 0)
        {
            CountAbsent();
        }

        Cost = _costBefore;
        Forget();
    }

    /// <summary>Lists anew the jobs in no day.</summary>
    public void CountAbsent()
    {
        AbsentCount = 0;
        foreach (var job in Own)
        {
            if (DayOf[job] == Nowhere)
            {
                Absent[AbsentCount++] = job;
            }
        }
    }

    private void Forget()
    {
        for (var i = 0; i < _touchedCount; i++)
        {
            _isTouched[_touched[i]] = false;
        }

        for (var i = 0; i < _movedCount; i++)
        {
            _isMoved[_movedJobs[i]] = false;
        }

        _touchedCount = 0;
        _movedCount = 0;
        Standing = AbsentCount;
    }
}
