using System.Globalization;
using Contracts.Register;
using FilingApi.Features.Exchange;
using FilingApi.Web;
using Microsoft.AspNetCore.Mvc;

namespace FilingApi.Pages;

/// <summary>One of the kinds that a list can be narrowed to, and how many there are of it under the same search.</summary>
public sealed record ListChip(string Word, int Count, string Address, bool IsChosen);

/// <summary>Something else to narrow a list by: the name in the address, its label, and the values with their words.</summary>
public sealed record ListChoice(string Name, string Label, IReadOnlyList<(string Value, string Word)> Options);

/// <summary>A list as a file: the names of its columns, and its rows.</summary>
public sealed record ListTable(string Name, IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<object?>> Rows);

/// <summary>
/// A list: what is searched for, from which day to which, which kind, and where its page begins, all of it in the address; and the same
/// as a file. Drawn by <c>_List</c> and <c>_ListEnd</c>.
/// </summary>
public abstract class ListPage : DeskPage
{
    public const int PageSize = 50;
    public const int MostInFile = 20_000;
    private static readonly string[] OfTheRequest = ["handler", "format", "lang", "size"];

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>The end of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    /// <summary>The list's own address.</summary>
    public string Path => Request.Path.Value!;

    /// <summary>What the search box takes.</summary>
    public abstract string Hint { get; }

    public virtual bool HasDays => true;

    public IReadOnlyList<ListChip> Chips { get; protected set; } = [];

    public virtual IReadOnlyList<ListChoice> Choices => [];

    /// <summary>Where the next page begins; null: this is the last.</summary>
    public string? Next { get; protected set; }

    public bool IsFiltered =>
        !string.IsNullOrWhiteSpace(Q) || From is not null || To is not null || Choices.Any(choice => Given(choice.Name) is not null);

    /// <summary>How many there are on all pages together.</summary>
    public int Found => Chips.FirstOrDefault(chip => chip.IsChosen)?.Count ?? 0;

    protected Cursor? Cursor => Web.Cursor.TryParse(At, out var cursor) ? cursor : null;

    /// <summary>The first moment of the first day.</summary>
    protected DateTimeOffset? Begin => Start(From);

    /// <summary>The first moment after the last day.</summary>
    protected DateTimeOffset? End => Start(To is { } day && day < DateOnly.MaxValue ? day.AddDays(1) : null);

    public string? Given(string name) => Request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>What the search form must send along: whatever stands in the address and is no field of it.</summary>
    public IEnumerable<(string Name, string Value)> Kept =>
        Query.Where(pair => pair.Name is not ("q" or "from" or "to" or "at") && Choices.All(choice => choice.Name != pair.Name));

    /// <summary>The same list with something else in its address; the first page, unless <c>at</c> is among it.</summary>
    public string Address(params (string Name, string? Value)[] changes)
    {
        var kept = Query.Where(pair => pair.Name != "at" && Array.TrueForAll(changes, change => change.Name != pair.Name));
        var set = changes.Where(change => !string.IsNullOrEmpty(change.Value)).Select(change => (change.Name, Value: change.Value!));
        return Path + QueryString.Create(kept.Concat(set).Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value)));
    }

    /// <summary>The address for everything within a month.</summary>
    public string Month(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return Address(("from", Format.Day(first)), ("to", Format.Day(first.AddMonths(1).AddDays(-1))));
    }

    /// <summary>Exactly what is filtered, as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(string? format, CancellationToken cancel)
    {
        var table = await Table(cancel);
        var isXlsx = format == "xlsx";
        var file = SheetFile.Write([.. table.Columns.Select(name => Words[name])], table.Rows, isXlsx);
        var now = HttpContext.RequestServices.GetRequiredService<Format>().Now;
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{table.Name}-{now.ToChina():yyyyMMdd-HHmm}-{Caller.Account}.{(isXlsx ? "xlsx" : "csv")}"
        );
        return File(file, isXlsx ? SheetFile.Xlsx : $"{SheetFile.Csv}; charset=utf-8", name);
    }

    protected abstract Task<ListTable> Table(CancellationToken cancel);

    protected static string Plates(IEnumerable<Domain.TruckRef> trucks) =>
        string.Join(' ', trucks.Select(truck => Format.Plate(truck.Plate)));

    private IEnumerable<(string Name, string Value)> Query =>
        Request
            .Query.Where(pair => !OfTheRequest.Contains(pair.Key, StringComparer.OrdinalIgnoreCase))
            .Select(pair => (pair.Key.ToLowerInvariant(), pair.Value.ToString()))
            .Where(pair => pair.Item2.Length > 0);

    private static DateTimeOffset? Start(DateOnly? day) => day is { Year: >= 2000 and <= 2100 } given ? ChinaTime.At(given) : null;
}
