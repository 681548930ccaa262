using FilingApi.Domain;

namespace FilingApi.Features.Exchange;

/// <summary>
/// A cell as it reads in the spreadsheet. <c>Fault</c>: it shows no value, such as <c>#REF!</c>. <c>IsDate</c>: its number is formatted
/// as a date.
/// </summary>
public readonly record struct TableCell(string Text, string? Fault = null, bool IsDate = false)
{
    public bool IsEmpty => Text.Length == 0 && Fault is null;
}

/// <summary>A row with its number in the spreadsheet, blank rows counted.</summary>
public sealed record TableRow(int Number, IReadOnlyList<TableCell> Cells)
{
    public bool IsBlank => Cells.All(cell => cell.IsEmpty);
}

/// <summary>Something about a list that its sender would not expect; said beside the rows.</summary>
public sealed record Note(string Zh, string En);

/// <summary>The rows of one sheet that are not blank, and what was passed over.</summary>
public sealed record Table(IReadOnlyList<TableRow> Rows, IReadOnlyList<Note> Notes)
{
    /// <summary>Row numbers, short enough for a sentence.</summary>
    public static string Say(IReadOnlyCollection<int> numbers) =>
        string.Join(", ", numbers.Take(20)) + (numbers.Count > 20 ? $" … ({numbers.Count})" : "");
}

/// <summary>The file is no table that can be taken.</summary>
public sealed class UnreadableTableException(Refusal refusal) : Exception(refusal.Sentence(Language.En))
{
    public Refusal Refusal { get; } = refusal;
}
