using Contracts.Delivery;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DispatchWorker.Data;

/// <summary>What the mappings of copies have in common.</summary>
internal static class CopiedColumns
{
    public const int CodeLength = 40;

    /// <summary>Cubic metres, to the litre.</summary>
    public static void IsVolume<T>(this PropertyBuilder<T> property) => property.HasPrecision(12, 3);

    /// <summary>A list stored in one column.</summary>
    public static void IsJson<T>(this PropertyBuilder<IReadOnlyList<T>> property) =>
        property.HasConversion(
            new JsonColumn<IReadOnlyList<T>>(),
            new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), list => list.Aggregate(0, HashCode.Combine), list => list)
        );
}
