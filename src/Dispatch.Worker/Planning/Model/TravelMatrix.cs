using DispatchWorker.Planning.Input;

namespace DispatchWorker.Planning.Model;

/// <summary>Both tables are [from place][to place], in the problem's units; the two directions may differ.</summary>
public sealed record TravelMatrix(double[][] Time, double[][] Distance)
{
    /// <summary>Without a distance table the times count as distances.</summary>
    internal static TravelMatrix Read(Fields root, int places)
    {
        if (root.Object("matrix") is not { } matrix)
        {
            if (!root.Has("matrix"))
            {
                root.Wrong("matrix", "DSP-001", "缺少此字段，请补上", "is missing: add it");
            }

            return new TravelMatrix([], []);
        }

        var time = matrix.Square("time", places);
        return new TravelMatrix(time, matrix.Has("distance") ? matrix.Square("distance", places) : time);
    }
}
