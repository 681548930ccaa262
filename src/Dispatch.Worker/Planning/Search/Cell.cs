namespace DispatchWorker.Planning.Search;

/// <summary>One stop of a day with all that an insertion beside it needs to know, in one cache line half.</summary>
internal struct Cell
{
    public int Node;

    /// <summary>Distance to the next stop.</summary>
    public int Arc;

    /// <summary>Earliest moment service here can be over.</summary>
    public int Depart;

    /// <summary>Latest arrival here that keeps the rest of the day in time.</summary>
    public int Latest;

    /// <summary>On board when leaving.</summary>
    public int Load;

    /// <summary>What the leg this stop's outgoing arc belongs to collects in all, from one emptying to the next.</summary>
    public int Leg;
}
