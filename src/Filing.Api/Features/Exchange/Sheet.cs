using System.Text.Json;
using System.Text.Json.Nodes;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;

namespace FilingApi.Features.Exchange;

/// <summary>A column: its name in either language, and where its value stands in the request of one row.</summary>
public sealed record Column(string Name, string Zh, string Pointer, Cell Kind = Cell.Text);

/// <summary>What became of a row; <c>row</c> counts as the spreadsheet does, its header being row 1.</summary>
public sealed record RowResult(int Row, string Key, string Result, IReadOnlyList<RowError> Errors);

public sealed record RowError(string Column, string Code, string Sentence);

/// <summary>A row that has the right shape.</summary>
public sealed record GoodRow(int Row, object Request);

/// <summary>What a sheet's rows are written with.</summary>
public sealed record Taking(FilingDb Db, DateTimeOffset Now, Caller Caller)
{
    /// <summary>Text of the parameter <c>replace</c>.</summary>
    public string? Replace { get; init; }

    /// <summary>Other rows of the list are refused already.</summary>
    public bool HasRefused { get; init; }

    /// <summary>Said beside the rows.</summary>
    public List<Note> Notes { get; } = [];
}

/// <summary>
/// A list that can be passed around as a table. A row is held against the shape and rules of the same request that the API takes for
/// one of its items.
/// </summary>
public abstract class Sheet(string name, Type request, IReadOnlyList<Column> columns)
{
    public const string Added = "added";
    public const string Changed = "changed";
    public const string Unchanged = "unchanged";
    public const string Refused = "refused";

    public string Name => name;
    public Type Request => request;
    public IReadOnlyList<Column> Columns => columns;
    public virtual int MostRows => SheetFile.MostRows;

    /// <summary>Every item as its cells, in the order of the columns and of their keys.</summary>
    public abstract Task<IReadOnlyList<IReadOnlyList<object?>>> Read(FilingDb db, CancellationToken cancel);

    /// <summary>What must be done before the act, outside the one writer.</summary>
    public virtual object? Prepare(IReadOnlyList<GoodRow> rows, IServiceProvider services) => null;

    /// <summary>Takes the rows one by one; one that is refused leaves nothing.</summary>
    public abstract Task<IReadOnlyList<RowResult>> Take(
        Taking taking,
        IReadOnlyList<GoodRow> rows,
        object? prepared,
        CancellationToken cancel
    );

    public abstract string KeyOf(object request);

    /// <summary>Whether the parameter <c>replace</c> can say this of the list.</summary>
    public virtual bool CanReplace(string what) => false;

    /// <summary>Why none of the rows can be taken.</summary>
    public virtual Refusal? Refuse(Taking taking, IReadOnlyList<GoodRow> rows) => null;

    /// <summary>Which row is the header: the first that names two columns, else the first of all. A title may stand above it.</summary>
    public int HeaderOf(IReadOnlyList<TableRow> rows)
    {
        for (var i = 0; i < rows.Count && i < SheetFile.MostAbove; i++)
        {
            if (rows[i].Cells.Count(cell => Named(cell.Text) is not null) >= 2)
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>Which column each cell of the header is.</summary>
    public (IReadOnlyList<Column?> Columns, IReadOnlyList<Refusal> Faults) Header(TableRow row)
    {
        var header = row.Cells.Select(cell => cell.Fault ?? cell.Text).ToList();
        var found = header.Select(Named).ToList();
        List<Refusal> faults =
        [
            .. header
                .Where((cell, i) => cell.Length > 0 && found[i] is null)
                .Select(cell => Refusals.UnknownColumn.With(Shape.Shorten(cell), string.Join(", ", Columns.Select(column => column.Name)))),
            .. found
                .OfType<Column>()
                .GroupBy(column => column.Name)
                .Where(group => group.Count() > 1)
                .Select(group => Refusals.RepeatedItem.With(group.Key)),
        ];
        if (found.All(column => column is null))
        {
            faults.Add(Refusals.UnknownColumn.With("", string.Join(", ", Columns.Select(column => column.Name))));
        }

        return (found, faults);
    }

    /// <summary>
    /// The row as the JSON that the API would take, and the cells that no column can take; an empty cell is a member left out.
    /// </summary>
    public static (JsonElement Json, IReadOnlyList<Refusal> Faults) Json(IReadOnlyList<Column?> columns, IReadOnlyList<TableCell> cells)
    {
        var (row, faults) = (new JsonObject(), new List<Refusal>());
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].IsEmpty)
            {
                continue;
            }

            var column = i < columns.Count ? columns[i] : null;
            if (CellValue.Unusable(column?.Kind ?? Cell.Text, cells[i], column?.Pointer ?? "") is { } unusable)
            {
                faults.Add(unusable);
            }
            else if (column is null)
            {
                faults.Add(Refusals.CellWithoutColumn.At("", Shape.Shorten(cells[i].Text)));
            }

            if (column is null)
            {
                continue;
            }

            var (into, parts) = (row, column.Pointer.Split('/', StringSplitOptions.RemoveEmptyEntries));
            foreach (var part in parts[..^1])
            {
                into = (JsonObject)(into[part] ??= new JsonObject());
            }

            into[parts[^1]] = CellValue.ToJson(column.Kind, cells[i].Text);
        }

        return (JsonSerializer.SerializeToElement(row), faults);
    }

    public RowError Error(Refusal refusal, Caller caller) =>
        new(
            Columns
                .FirstOrDefault(column =>
                    refusal.Pointer is { } at && (at == column.Pointer || at.StartsWith(column.Pointer + "/", StringComparison.Ordinal))
                )
                ?.Name
                ?? refusal.Pointer?.TrimStart('/')
                ?? "",
            refusal.Code,
            refusal.Sentence(caller.Language)
        );

    /// <summary>Rows that need each other no more than items of the API do.</summary>
    protected async Task<IReadOnlyList<RowResult>> OneByOne(
        IReadOnlyList<GoodRow> rows,
        Caller caller,
        Func<object, Task<(string Result, Refusal? Refusal)>> take
    )
    {
        var (results, seen) = (new List<RowResult>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            var key = KeyOf(row.Request);
            var (result, refusal) = seen.Add(key) ? await take(row.Request) : (Refused, Refusals.RepeatedItem.At(Columns[0].Pointer, key));
            results.Add(new RowResult(row.Row, key, result, refusal is null ? [] : [Error(refusal, caller)]));
        }

        return results;
    }

    private Column? Named(string cell) =>
        Columns.FirstOrDefault(column => string.Equals(column.Name, cell, StringComparison.OrdinalIgnoreCase) || column.Zh == cell);
}
