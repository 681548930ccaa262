namespace DispatchWorker.Planning.Search;

/// <summary>One stop of a day with all that an insertion beside it needs: 24 bytes, in ticks and scaled units.</summary>
internal struct Cell
{
    public int Node;

    /// <summary>Distance to the next stop.</summary>
    public int Arc;

    /// <summary>The earliest moment this stop can be left.</summary>
    public int Depart;

    /// <summary>The latest arrival that keeps the rest of the day in time.</summary>
    public int Latest;

    /// <summary>The volume on board when it is left.</summary>
    public int Load;

    /// <summary>The volume of the whole leg to which the way to the next stop belongs; legs run from one emptying to the
    /// next.</summary>
    public int Leg;
}
