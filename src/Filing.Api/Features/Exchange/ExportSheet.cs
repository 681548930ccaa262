using System.Globalization;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Web;

namespace FilingApi.Features.Exchange;

/// <summary>A list as a table, to be looked at, changed and brought in again. Who took it out and when stands in its name.</summary>
public static class ExportSheet
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/exports/{list}", Handle)
            .RequireAccess("ExportSheet", Role.Admin)
            .Takes(new Parameter("format", typeof(string), "`csv` (default) or `xlsx`."))
            .Refuses(Refusals.NotFound)
            .Produces<Stream>(StatusCodes.Status200OK, SheetFile.Csv, SheetFile.Xlsx)
            .Carries("Content-Disposition", "The file's name: list, moment and account.");

    public static async Task<IResult> Handle(
        string list,
        HttpRequest http,
        FilingDb db,
        Caller caller,
        RegisterClock clock,
        CancellationToken cancel
    )
    {
        var query = new Query(http);
        var format = query.Text("format") ?? "csv";
        if (format is not ("csv" or "xlsx"))
        {
            query.Wrong("format", "csv 或 xlsx", "csv or xlsx");
        }

        if (query.Faults.Count > 0)
        {
            return Answer.Refused(caller, query.Faults);
        }

        if (Sheets.Find(list) is not { } sheet)
        {
            return Answer.Refused(caller, Refusals.NotFound.With());
        }

        var isXlsx = format == "xlsx";
        var file = SheetFile.Write(
            [.. sheet.Columns.Select(column => caller.Say((column.Zh, column.Name)))],
            await sheet.Read(db, cancel),
            isXlsx
        );
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{sheet.Name}-{clock.Now.ToChina():yyyyMMdd-HHmm}-{caller.Account}.{format}"
        );
        return Results.File(file, isXlsx ? SheetFile.Xlsx : SheetFile.Csv, name);
    }
}
