using FilingApi.Data;
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
/// The administrator brings in a list as xlsx or csv: what is good is taken in one transaction, and every row is told what became of
/// it.
/// </summary>
public static class ImportSheet
{
    public sealed record ImportView(string List, int Added, int Changed, int Unchanged, int Refused, IReadOnlyList<RowResult> Rows);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/imports/{list}", Handle)
            .RequireAccess("ImportSheet", Role.Admin)
            .WithMetadata(new ReadsItsOwnBody())
            .Accepts<IFormFile>(SheetFile.Csv, SheetFile.Xlsx)
            .Refuses(
                Refusals.NotFound,
                Refusals.NoSheet,
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

        var media = http.Request.ContentType?.Split(';')[0].Trim();
        if (media is not (SheetFile.Csv or SheetFile.Xlsx))
        {
            return Answer.Refused(caller, Refusals.WrongMediaType.With($"{SheetFile.Csv}, {SheetFile.Xlsx}"));
        }

        if (await BodyGate.ReadAll(http.Request, SheetFile.LargestFile, cancel) is not { } raw)
        {
            return Answer.Refused(caller, Refusals.BodyTooLarge.With(SheetFile.LargestFile));
        }

        var (rows, refusal) = SheetFile.Read(raw, media == SheetFile.Xlsx);
        if (refusal is not null)
        {
            return Answer.Refused(caller, refusal);
        }

        if (rows.Count - 1 > sheet.MostRows)
        {
            return Answer.Refused(caller, Refusals.ItemCount.At("", 0, sheet.MostRows));
        }

        var (columns, faults) = sheet.Header(rows[0]);
        if (faults.Count > 0)
        {
            return Answer.Refused(caller, faults);
        }

        caller.RequestHash = BodyGate.Hash(http.Request, raw);
        var (good, refused) = Sort(sheet, columns, rows, caller, http.RequestServices);
        var prepared = sheet.Prepare(good, http.RequestServices);
        return await session.Write((db, now) => Take(sheet, db, now, caller, good, refused, prepared, cancel), cancel);
    }

    private static async Task<Answer> Take(
        Sheet sheet,
        FilingDb db,
        DateTimeOffset now,
        Caller caller,
        List<GoodRow> good,
        List<RowResult> refused,
        object? prepared,
        CancellationToken cancel
    )
    {
        var results = refused
            .Concat(await sheet.Take(new Taking(db, now, caller), good, prepared, cancel))
            .OrderBy(row => row.Row)
            .ToList();
        db.RosterChanged = true;
        int Count(string result) => results.Count(row => row.Result == result);
        return Answer.Ok(
            new ImportView(sheet.Name, Count(Sheet.Added), Count(Sheet.Changed), Count(Sheet.Unchanged), Count(Sheet.Refused), results)
        );
    }

    private static (List<GoodRow> Good, List<RowResult> Refused) Sort(
        Sheet sheet,
        IReadOnlyList<Column?> columns,
        IReadOnlyList<IReadOnlyList<string>> rows,
        Caller caller,
        IServiceProvider services
    )
    {
        var (good, refused) = (new List<GoodRow>(), new List<RowResult>());
        for (var i = 1; i < rows.Count; i++)
        {
            if (rows[i].All(cell => cell.Length == 0))
            {
                continue;
            }

            var (request, faults) = BodyGate.Bind(Sheet.Json(columns, rows[i]), sheet.Request, services);
            if (request is not null)
            {
                good.Add(new GoodRow(i + 1, request));
            }
            else
            {
                refused.Add(new RowResult(i + 1, rows[i][0], Sheet.Refused, [.. faults.Select(fault => sheet.Error(fault, caller))]));
            }
        }

        return (good, refused);
    }
}
