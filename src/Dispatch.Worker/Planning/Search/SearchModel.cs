using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Search;

/// <summary>The problem as the search sees it: whole numbers only, every stop a node. Nodes are numbered jobs first (one per
/// visit), then plants, then depots. Times are in ticks, volumes and distances scaled by <see cref="Scales"/>.</summary>
internal sealed class SearchModel
{
    /// <summary>Longer than any way or day; the sum of three still fits an int.</summary>
    public const int Never = 600_000_000;

    public required Problem Problem { get; init; }
    public required int Jobs { get; init; }
    public required int Plants { get; init; }
    public required Scales Scales { get; init; }

    /// <summary>[from node][to node], priced by the objective: the distance alone, or minutes and distance. An arc that no truck
    /// could ever drive within the windows costs <see cref="Never"/>.</summary>
    public required int[][] Distance { get; init; }

    /// <summary>[to node][from node]: <see cref="Distance"/> transposed.</summary>
    public required int[][] DistanceTo { get; init; }

    /// <summary>[from node][to node], in ticks.</summary>
    public required int[][] Time { get; init; }

    /// <summary>Per job and plant: the earliest start, in ticks.</summary>
    public required int[] Open { get; init; }

    /// <summary>Per job and plant: the latest start, in ticks.</summary>
    public required int[] Close { get; init; }

    /// <summary>Per job and plant: how long the stop takes, in ticks.</summary>
    public required int[] Service { get; init; }

    /// <summary>Per job node.</summary>
    public required int[] Volume { get; init; }

    /// <summary>Per job node, in m³ and unrounded: what the plan reports.</summary>
    public required double[] VisitVolume { get; init; }

    /// <summary>Per job node: the price of leaving the job out, far above any distance.</summary>
    public required long[] Penalty { get; init; }
    public required Vehicle[] Vehicles { get; init; }

    /// <summary>[class of vehicle][job node]: kind, crew and equipment fit. Of the idle trucks of one class only one need be
    /// tried.</summary>
    public required bool[][] Fits { get; init; }

    /// <summary>[job node]: other job nodes, nearest first. Empty when the model is not made for searching.</summary>
    public required int[][] Near { get; init; }
    public required bool MustEndEmpty { get; init; }

    /// <summary>Per job node: the index of its job in the problem. Several nodes share one when no tank holds its volume.</summary>
    public required int[] SourceJob { get; init; }

    /// <summary>Null when the problem needs nothing of it.</summary>
    public Full? Full { get; init; }

    /// <summary>[vehicle]: the nodes its day must begin with.</summary>
    public required int[][] Frozen { get; init; }

    /// <summary>Per node: its place in the problem.</summary>
    public required int[] PlaceOf { get; init; }

    /// <summary>[from place][to place], in the problem's unit: what the plan reports, whatever the search minimises.</summary>
    public required double[][] RealDistance { get; init; }

    public bool IsJob(int node) => node < Jobs;

    public bool IsPlant(int node) => node >= Jobs && node < Jobs + Plants;

    public int Depot(int index) => Jobs + Plants + index;
}
