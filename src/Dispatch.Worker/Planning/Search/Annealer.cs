namespace DispatchWorker.Planning.Search;

/// <summary>Ruin, recreate, and take the outcome if it is better or, while it is warm, not much worse.</summary>
internal sealed class Annealer
{
    private readonly State state;
    private readonly Dice dice;
    private readonly Ruin ruin;
    private readonly Recreate recreate;
    private readonly BetterEmptying better;
    private readonly Model model;
    private readonly Day[] best;
    private readonly bool[] stale;
    private readonly List<int> staleTrucks = [];

    public Annealer(Model model, Tuning tuning, ulong seed)
    {
        state = new State(model);
        dice = new Dice(seed);
        ruin = new Ruin(state, dice, tuning);
        recreate = new Recreate(state, dice, tuning);
        better = new BetterEmptying(state);
        this.model = model;
        best = [.. state.Days.Select(_ => new Day())];
        stale = new bool[best.Length];
    }

    public State State => state;
    public Day[] Best => best;
    public long BestCost { get; private set; }
    public int[] BestAbsent { get; private set; } = [];
    public long Iterations { get; private set; }

    public void Load(Solution solution, int[] trucks, IEnumerable<int> absent)
    {
        state.Load(solution, trucks, absent);
        SaveBest(everything: true);
    }

    public void Construct()
    {
        recreate.Run();
        state.Keep();
        SaveBest(everything: true);
    }

    /// <summary>Anneals until the slice is used up; the temperature falls geometrically along the whole budget, of which the slice is a part.</summary>
    public void Run(Slice slice)
    {
        double temperature = 0;
        for (long done = 0; ; done++)
        {
            if ((done & 15) == 0)
            {
                double progress = slice.Progress(done);
                if (!(progress < slice.To))
                {
                    break;
                }

                temperature = slice.Temperature(progress);
            }
            long before = state.Cost;
            ruin.Run();
            recreate.Run();
            if (model.Plants > 0)
            {
                foreach (int truck in state.Touched)
                {
                    better.Improve(truck);
                }
            }
            Iterations++;
            if (state.Cost < before - temperature * Math.Log(dice.Unit()))
            {
                Mark();
                state.Keep();
                if (state.Cost < BestCost)
                {
                    SaveBest(everything: false);
                }
            }
            else
            {
                state.Undo();
            }
        }
    }

    private void Mark()
    {
        foreach (int truck in state.Touched)
        {
            if (stale[truck])
            {
                continue;
            }

            stale[truck] = true;
            staleTrucks.Add(truck);
        }
    }

    /// <summary>Only days changed since the last best are copied: early on, every other round brings a new best.</summary>
    private void SaveBest(bool everything)
    {
        if (everything)
        {
            foreach (int truck in state.Trucks)
            {
                best[truck].CopyFrom(state.Days[truck]);
            }
        }
        else
        {
            foreach (int truck in staleTrucks)
            {
                best[truck].CopyFrom(state.Days[truck]);
            }
        }
        foreach (int truck in staleTrucks)
        {
            stale[truck] = false;
        }
        staleTrucks.Clear();
        BestCost = state.Cost;
        BestAbsent = state.AbsentCount == 0 ? [] : state.Absent[..state.AbsentCount];
    }
}
