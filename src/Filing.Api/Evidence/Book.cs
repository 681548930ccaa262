using FilingApi.Data;
using FilingApi.Domain;

namespace FilingApi.Evidence;

/// <summary>A table whose rows are chained, each day on the head of the day before.</summary>
/// <param name="Name">As it is called outside.</param>
/// <param name="Table">Where its rows stand.</param>
/// <param name="Row">The rows' class.</param>
/// <param name="At">The moment of a row.</param>
/// <param name="Rising">A column given by the store, so not part of the content; it rises along the chain.</param>
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

    /// <summary>Columns that are not content: the link itself, and what the store gives.</summary>
    public bool IsContent(string column) =>
        column is not (ChainColumns.Day or ChainColumns.Position or ChainColumns.Hash) && column != Rising;
}
