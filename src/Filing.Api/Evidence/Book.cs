using FilingApi.Data;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Evidence;

/// <summary>A table whose rows are chained, each day on the head of the day before.</summary>
/// <param name="Name">As it is called outside.</param>
/// <param name="Table">Where its rows stand.</param>
/// <param name="Row">The rows' class.</param>
/// <param name="At">The moment of a row.</param>
/// <param name="Rising">A column given by the store, so not part of the content; it rises along the chain.</param>
public sealed record Book(string Name, string Table, Type Row, Func<object, DateTimeOffset> At, string? Rising = null)
{
    public const string Day = "ChainDay";
    public const string Position = "ChainPosition";
    public const string Hash = "ChainHash";

    /// <summary>Where the heads of days that are over stand.</summary>
    public const string Heads = "heads";

    /// <summary>The name of the book of the register's facts.</summary>
    public const string Facts = "facts";

    public static readonly IReadOnlyList<Book> OfFiling =
    [
        new(Facts, "register_facts", typeof(FactRow), row => ((FactRow)row).At, nameof(FactRow.Position)),
        new("timeline", "timeline", typeof(TimelineEntry), row => ((TimelineEntry)row).At),
        new("acts", "admin_acts", typeof(AdminAct), row => ((AdminAct)row).At, nameof(AdminAct.Id)),
    ];

    public static readonly IReadOnlyList<Book> OfQuestions =
    [
        new("questions", "questions", typeof(QuestionRow), row => ((QuestionRow)row).AskedAt, nameof(QuestionRow.Id)),
    ];

    /// <summary>Columns that are not content: the link itself, and what the store gives.</summary>
    public bool IsContent(string column) => column is not (Day or Position or Hash) && column != Rising;
}

/// <summary>The head of a day that is over: written with the first link of a later day, kept when the day's rows are deleted.</summary>
public sealed class HeadRow
{
    public required string Book { get; init; }
    public required DateOnly Day { get; init; }
    public required int Links { get; init; }
    public required byte[] Hash { get; init; }
    public required string Algorithm { get; init; }

    /// <summary>When the day's rows were deleted because their time was over; null while they are there.</summary>
    public DateTimeOffset? DeletedAt { get; set; }
}

internal static class ChainModel
{
    /// <summary>The link stands in the row itself: no row more per act.</summary>
    public static void IsChained<T>(this EntityTypeBuilder<T> row)
        where T : class
    {
        row.Property<DateOnly?>(Book.Day);
        row.Property<int?>(Book.Position);
        row.Property<byte[]?>(Book.Hash).HasMaxLength(Digest.Length);
        row.HasIndex(Book.Day, Book.Position).IsUnique().HasDatabaseName($"ux_{row.Metadata.GetTableName()}_chain");
    }

    public static void AddHeads(this ModelBuilder model) =>
        model.Entity<HeadRow>(head =>
        {
            head.ToTable(Book.Heads).HasKey(row => new { row.Book, row.Day });
            head.Property(row => row.Book).HasMaxLength(20);
            head.Property(row => row.Hash).HasMaxLength(Digest.Length);
            head.Property(row => row.Algorithm).HasMaxLength(20);
        });
}
