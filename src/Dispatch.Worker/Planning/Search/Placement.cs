namespace DispatchWorker.Planning.Search;

internal enum Emptying
{
    None,
    Before,
    After,
}

/// <summary>Where a job is inserted: after position <see cref="At"/> of a truck's day, with or without an emptying beside it.</summary>
internal struct Placement
{
    public int Truck;
    public int At;
    public Emptying Emptying;
    public int Plant;
    public long Delta;

    public readonly void Apply(State state, int job)
    {
        var day = state.Days[Truck];
        state.Touch(Truck);
        state.Remember(job);
        var stops = Emptying == Emptying.None ? 1 : 2;
        day.Open(At, stops);
        day.Cells[At + (Emptying == Emptying.Before ? 2 : 1)].Node = job;
        if (Emptying != Emptying.None)
        {
            day.Cells[At + (Emptying == Emptying.Before ? 1 : 2)].Node = Plant;
        }

        state.Inserted(Truck, At, stops);
        state.Join(job, Truck);
    }
}
