using FilingApi.Domain;
using FilingApi.Web;

namespace FilingApi.Features.Exchange;

/// <summary>The lists that go in and out as tables.</summary>
public static class Sheets
{
    public static readonly IReadOnlyList<Sheet> All =
    [
        new OrganisationSheet(),
        new TruckSheet(),
        new PlantSheet(),
        new AccountSheet(),
        new CalendarSheet(),
        new PlaceSheet(),
    ];

    public static Sheet? Find(string name) => All.FirstOrDefault(sheet => sheet.Name == name);
}

/// <summary>
/// The administrator brings in a list as xlsx or csv: what is good is taken in one transaction, and every row is told what became of it.
/// A preview gives the same answer and takes nothing.
/// </summary>
public static class ImportSheet
{
    /// <summary><c>Notes</c>: what the rows do not show, such as a hidden sheet or the days that a replaced year loses.</summary>
    public sealed record ImportView(
        string List,
        int Added,
        int Changed,
        int Unchanged,
        int Refused,
        IReadOnlyList<RowResult> Rows,
        IReadOnlyList<string> Notes
    );

    /// <summary>Takes back what a preview wrote: the writer undoes an act that throws.</summary>
    private sealed class PreviewException(Answer answer) : Exception("A preview takes nothing.")
    {
        public Answer Answer { get; } = answer;
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/imports/{list}", Handle)
            .RequireAccess("ImportSheet", Role.Admin)
            .WithMetadata(new ReadsItsOwnBody())
            .Accepts<Stream>(SheetFile.Csv, SheetFile.Xlsx)
            .Takes(
                Parameter.Flag("preview", "`true`: the same answer, and nothing is taken."),
                new Parameter(
                    "replace",
                    typeof(string),
                    "Of `calendars`: years such as `2026`, or `true` for every year in the list. Its rows are then the whole year; "
                        + "left out, they correct single days."
                )
            )
            .Refuses(
                Refusals.NotFound,
                Refusals.NoSheet,
                Refusals.BrokenText,
                Refusals.BrokenQuotes,
                Refusals.EmptyYear,
                Refusals.UnknownColumn,
                Refusals.RepeatedItem,
                Refusals.ItemCount,
                Refusals.BodyTooLarge,
                Refusals.WrongMediaType
            )
            .Produces<ImportView>();

    public static async Task<Answer> Handle(string list, HttpContext http, WriteSession session, Caller caller, CancellationToken cancel)
    {
        if (Sheets.Find(list) is not { } sheet)
        {
            return Answer.Refused(caller, Refusals.NotFound.With());
        }

        var query = new Query(http.Request);
        var (isPreview, replace) = (query.Flag("preview") == true, query.Text("replace"));
        if (replace is not null && !sheet.CanReplace(replace))
        {
            query.Wrong("replace", "日历的年份，如 2026，或 true", "years of a calendar such as 2026, or true");
        }

        if (query.Faults.Count > 0)
        {
            return Answer.Refused(caller, query.Faults);
        }

        var media = http.Request.ContentType?.Split(';')[0].Trim();
        if (media is not (SheetFile.Csv or SheetFile.Xlsx))
        {
            return Answer.Refused(caller, Refusals.WrongMediaType.With($"{SheetFile.Csv}, {SheetFile.Xlsx}"));
        }

        if (await BodyGate.ReadAll(http.Request, SheetFile.LargestFile, cancel) is not { } raw)
        {
            return Answer.Refused(caller, Refusals.BodyTooLarge.With(SheetFile.LargestFile));
        }

        var (table, refusal) = SheetFile.Read(raw, media == SheetFile.Xlsx);
        if (table is null)
        {
            return Answer.Refused(caller, refusal!);
        }

        var top = sheet.HeaderOf(table.Rows);
        if (table.Rows.Count - top - 1 > sheet.MostRows)
        {
            return Answer.Refused(caller, Refusals.ItemCount.At("", 0, sheet.MostRows));
        }

        var (columns, faults) = sheet.Header(table.Rows[top]);
        if (faults.Count > 0)
        {
            return Answer.Refused(caller, faults);
        }

        caller.RequestHash = BodyGate.Hash(http.Request, raw);
        var (good, refused) = Sort(sheet, columns, table.Rows.Skip(top + 1), caller, http.RequestServices);
        var prepared = sheet.Prepare(good, http.RequestServices);
        var notes = table.Rows.Take(top).Select(Above).Concat(table.Notes).ToList();
        try
        {
            return await session.Write(
                async (db, now) =>
                {
                    var taking = new Taking(db, now, caller) { Replace = replace, HasRefused = refused.Count > 0 };
                    var answer = await Take(sheet, taking, good, refused, prepared, notes, cancel);
                    return isPreview ? throw new PreviewException(answer) : answer;
                },
                cancel
            );
        }
        catch (PreviewException preview)
        {
            return preview.Answer;
        }
    }

    private static Note Above(TableRow row) =>
        new($"第 {row.Number} 行在表头之上，未读取。", $"Row {row.Number} is above the header and was not read.");

    private static async Task<Answer> Take(
        Sheet sheet,
        Taking taking,
        List<GoodRow> good,
        List<RowResult> refused,
        object? prepared,
        IReadOnlyList<Note> notes,
        CancellationToken cancel
    )
    {
        if (sheet.Refuse(taking, good) is { } whole)
        {
            return Answer.Refused(taking.Caller, whole);
        }

        var results = refused.Concat(await sheet.Take(taking, good, prepared, cancel)).OrderBy(row => row.Row).ToList();
        taking.Db.RosterChanged = true;
        int Count(string result) => results.Count(row => row.Result == result);
        return Answer.Ok(
            new ImportView(
                sheet.Name,
                Count(Sheet.Added),
                Count(Sheet.Changed),
                Count(Sheet.Unchanged),
                Count(Sheet.Refused),
                results,
                [.. notes.Concat(taking.Notes).Select(note => taking.Caller.Say((note.Zh, note.En)))]
            )
        );
    }

    private static (List<GoodRow> Good, List<RowResult> Refused) Sort(
        Sheet sheet,
        IReadOnlyList<Column?> columns,
        IEnumerable<TableRow> rows,
        Caller caller,
        IServiceProvider services
    )
    {
        var (good, refused) = (new List<GoodRow>(), new List<RowResult>());
        foreach (var row in rows)
        {
            var (json, unusable) = Sheet.Json(columns, row.Cells);
            var (request, faults) = BodyGate.Bind(json, sheet.Request, services);
            if (request is not null && unusable.Count == 0)
            {
                good.Add(new GoodRow(row.Number, request));
                continue;
            }

            // What cannot be read is not judged a second time by what it reads as.
            var all = unusable.Concat(faults.Where(fault => unusable.All(cell => cell.Pointer != fault.Pointer)));
            refused.Add(new RowResult(row.Number, row.Cells[0].Text, Sheet.Refused, [.. all.Select(fault => sheet.Error(fault, caller))]));
        }

        return (good, refused);
    }
}
