using Contracts.Delivery;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DispatchWorker.Data;

/// <summary>A copy of something that the other service keeps.</summary>
public interface ICopiedRow
{
    int Version { get; }
}

public static class CopiedRows
{
    /// <summary>Of each key the highest version stays, whatever came last.</summary>
    public static async Task KeepNewest<TRow>(this DispatchDb db, IEnumerable<TRow> rows, CancellationToken cancel)
        where TRow : class, ICopiedRow
    {
        var key = db.Model.FindEntityType(typeof(TRow))!.FindPrimaryKey()!.Properties;
        foreach (var row in rows)
        {
            if (await db.FindAsync<TRow>([.. key.Select(property => property.GetGetter().GetClrValue(row))], cancel) is not { } known)
            {
                db.Add(row);
            }
            else if (known.Version < row.Version)
            {
                db.Entry(known).CurrentValues.SetValues(row);
            }
        }
    }
}

/// <summary>What the mappings of the copies have in common.</summary>
internal static class CopiedColumns
{
    public const int CodeLength = 40;

    /// <summary>Cubic metres, to the litre.</summary>
    public static void IsVolume<T>(this PropertyBuilder<T> property) => property.HasPrecision(12, 3);

    /// <summary>A list kept whole in one column.</summary>
    public static void IsJson<T>(this PropertyBuilder<IReadOnlyList<T>> property) =>
        property.HasConversion(
            new JsonColumn<IReadOnlyList<T>>(),
            new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), list => list.Aggregate(0, HashCode.Combine), list => list)
        );
}
