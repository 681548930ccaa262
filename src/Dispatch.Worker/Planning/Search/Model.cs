namespace DispatchWorker.Planning.Search;

/// <summary>The problem as the search sees it: whole numbers only, every stop a node. Nodes are numbered jobs first, then plants, then depots.
/// Times are units × <see cref="TimeScale"/>, volumes × <see cref="VolumeScale"/>, distances × <see cref="DistanceScale"/>.</summary>
internal sealed class Model
{
    /// <summary>Longer than any day; the sum of three of them still fits an int.</summary>
    public const int Never = 600_000_000;

    public required Problem Problem { get; init; }
    public required int Jobs { get; init; }
    public required int Plants { get; init; }
    public required double TimeScale { get; init; }
    public required double DistanceScale { get; init; }
    public required double VolumeScale { get; init; }

    /// <summary>[from][to], priced by the objective (the distance alone, or minutes and distance); an arc no truck could ever use within the windows costs <see cref="Never"/>.</summary>
    public required int[][] Distance { get; init; }

    /// <summary>[to][from]: the same numbers where the table is symmetric.</summary>
    public required int[][] DistanceTo { get; init; }
    public required int[][] Time { get; init; }

    /// <summary>Per node: earliest and latest start, length of service.</summary>
    public required int[] Open { get; init; }
    public required int[] Close { get; init; }
    public required int[] Service { get; init; }
    public required int[] Volume { get; init; }

    /// <summary>Per job node, in m³ and unrounded: what the plan reports.</summary>
    public required double[] VisitVolume { get; init; }

    /// <summary>What leaving a job out costs, in distance units; far above any distance.</summary>
    public required long[] Penalty { get; init; }
    public required Vehicle[] Vehicles { get; init; }

    /// <summary>Trucks alike in everything that matters share a class; of the idle ones in a class only one need be tried.</summary>
    public required int Classes { get; init; }

    /// <summary>[class][job]: kind, crew and equipment fit.</summary>
    public required bool[][] Fits { get; init; }

    /// <summary>Other jobs by closeness, nearest first.</summary>
    public required int[][] Near { get; init; }
    public required bool MustEndEmpty { get; init; }

    /// <summary>Which input job a job node stands for: several nodes share one when a volume is larger than any tank.</summary>
    public required int[] SourceJob { get; init; }

    /// <summary>All that the fast evaluation does not know (see <see cref="Full"/>); null when the problem has none of it.</summary>
    public Full? Full { get; init; }

    /// <summary>Per vehicle: the stops its day must begin with.</summary>
    public required int[][] Frozen { get; init; }
    public required int[] PlaceOf { get; init; }

    /// <summary>Between places, in the problem's own unit: what the plan reports, whatever the search was made to minimise.</summary>
    public required double[][] RealDistance { get; init; }

    public bool IsJob(int node) => node < Jobs;

    public bool IsPlant(int node) => node >= Jobs && node < Jobs + Plants;

    public int Depot(int index) => Jobs + Plants + index;
}

internal sealed record Vehicle(int Index, int Class, int Depot, int Capacity, int Start, int End);
