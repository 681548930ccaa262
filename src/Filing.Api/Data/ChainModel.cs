using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

/// <summary>The columns of a row's link in its chain.</summary>
public static class ChainColumns
{
    public const string Day = "ChainDay";
    public const string Position = "ChainPosition";
    public const string Hash = "ChainHash";

    /// <summary>The table of the heads of closed days.</summary>
    public const string Heads = "heads";

    /// <summary>The length of the longest digest in use, in bytes.</summary>
    public const int HashLength = 32;
}

internal static class ChainModel
{
    /// <summary>The link is in the row itself, so that an act needs no additional row.</summary>
    public static void IsChained<T>(this EntityTypeBuilder<T> row)
        where T : class
    {
        row.Property<DateOnly?>(ChainColumns.Day);
        row.Property<int?>(ChainColumns.Position);
        row.Property<byte[]?>(ChainColumns.Hash).HasMaxLength(ChainColumns.HashLength);
        row.HasIndex(ChainColumns.Day, ChainColumns.Position).IsUnique().HasDatabaseName($"ux_{row.Metadata.GetTableName()}_chain");
    }

    public static void AddHeads(this ModelBuilder model) =>
        model.Entity<HeadRow>(head =>
        {
            head.ToTable(ChainColumns.Heads).HasKey(row => new { row.Book, row.Day });
            head.Property(row => row.Book).HasMaxLength(20);
            head.Property(row => row.Hash).HasMaxLength(ChainColumns.HashLength);
            head.Property(row => row.Algorithm).HasMaxLength(20);
        });
}
