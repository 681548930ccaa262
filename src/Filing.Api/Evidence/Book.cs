using FilingApi.Data;
using FilingApi.Domain;

namespace FilingApi.Evidence;

/// <summary>A table whose rows form a chain; each day continues from the head of the day before.</summary>
/// <param name="Name">The name in output and API.</param>
/// <param name="Table">The table of its rows.</param>
/// <param name="Row">The entity type of its rows.</param>
/// <param name="At">Gets the moment of a row.</param>
/// <param name="Rising">A key assigned by the store, so not part of the content; it rises along the chain.</param>
public sealed record Book(string Name, string Table, Type Row, Func<object, DateTimeOffset> At, string? Rising = null)
{
    /// <summary>The name of the book of the register's facts.</summary>
    public const string Facts = "facts";

    public static readonly IReadOnlyList<Book> OfFiling =
    [
        new(Facts, "register_facts", typeof(FactRow), row => ((FactRow)row).At, nameof(FactRow.Position)),
        new("timeline", "timeline", typeof(TimelineEntry), row => ((TimelineEntry)row).At, nameof(TimelineEntry.Id)),
    ];

    public static readonly IReadOnlyList<Book> OfQuestions =
    [
        new("questions", "questions", typeof(QuestionRow), row => ((QuestionRow)row).AskedAt, nameof(QuestionRow.Id)),
    ];

    /// <summary>Columns that are not content: the link itself and keys assigned by the store.</summary>
    public bool IsContent(string column) =>
        column is not (ChainColumns.Day or ChainColumns.Position or ChainColumns.Hash) && column != Rising;
}
