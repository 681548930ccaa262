using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Evidence;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace FilingApi.Features.Filings;

/// <summary>The 备案回执 for anyone who has the check word (R7): a page for A4 paper, and its QR code. It names no person.</summary>
public static class ShowReceipt
{
    private const string Html = "text/html; charset=utf-8";
    private const string Svg = "image/svg+xml; charset=utf-8";
    private static readonly Dictionary<string, string> PageHeaders = new()
    {
        ["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; img-src data:", ["Referrer-Policy"] = "no-referrer", ["Cache-Control"] = "no-store",
    };

    /// <summary>Words are letters and digits; anything of the page is encoded all the same.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    public static void Map(IEndpointRouteBuilder app, IEndpointRouteBuilder filings)
    {
        var word = new Parameter("word", typeof(string), "The check word of the filing.") { IsRequired = true };
        filings.MapGet("/{number}/receipt", (string number, HttpRequest http, Desk desk, CancellationToken cancel) => desk.Page(number, "word", http, cancel))
            .Offer("ShowReceipt").Takes(word).Refuses(Refusals.NotFound, Refusals.TooManyWords).Produces<string>(StatusCodes.Status200OK, "text/html");
        filings.MapGet("/{number}/receipt.svg", (string number, HttpRequest http, Desk desk, CancellationToken cancel) => desk.Code(number, http, cancel))
            .Offer("ShowReceiptCode").Takes(word).Refuses(Refusals.NotFound, Refusals.TooManyWords).Produces<string>(StatusCodes.Status200OK, "image/svg+xml");
        app.MapGet("/r/{number}", Open)
            .Offer("OpenReceipt").Takes(word with { Name = "w" }).Refuses(Refusals.NotFound, Refusals.TooManyWords).Produces<string>(StatusCodes.Status200OK, "text/html");
    }

    /// <summary>For an officer's browser a receipt's code is a pointer to the check; for anyone else it is the receipt.</summary>
    private static async Task<IResult> Open(string number, HttpRequest http, Caller caller, Desk desk, CancellationToken cancel) =>
        caller.Role == Role.Squad && http.HttpContext.User.Identity?.AuthenticationType == PageSession.Scheme
            ? Results.Redirect($"/roadside{QueryString.Create("n", number)}")
            : await desk.Page(number, "w", http, cancel);

    /// <summary>Where words are looked at and receipts written out.</summary>
    public sealed class Desk(FilingDb db, Caller caller, WrongWords words, RegisterClock clock, RosterIndex roster, PresentHeads heads, ServiceSettings settings)
    {
        public async Task<Answer> Page(string number, string parameter, HttpRequest http, CancellationToken cancel) =>
            await Find(number, parameter, http, cancel) switch
            {
                ({ } filing, _) => Answer.Stored(StatusCodes.Status200OK, Html, Write(filing, Draw(filing, http), await db.Timeline.AsNoTracking().Where(entry => entry.Number == number && entry.Act == FilingAct.Record).OrderByDescending(entry => entry.Seq).FirstOrDefaultAsync(cancel)), null) with { Headers = PageHeaders },
                var (_, refusal) => Answer.Refused(caller, refusal!),
            };

        public async Task<Answer> Code(string number, HttpRequest http, CancellationToken cancel) =>
            await Find(number, "word", http, cancel) switch
            {
                ({ } filing, _) => Answer.Stored(StatusCodes.Status200OK, Svg, Draw(filing, http), null) with { Headers = PageHeaders },
                var (_, refusal) => Answer.Refused(caller, refusal!),
            };

        /// <summary>A number that is not there and a wrong word are told alike.</summary>
        private async Task<(Filing?, Refusal?)> Find(string number, string parameter, HttpRequest http, CancellationToken cancel)
        {
            var word = new Query(http).Text(parameter) ?? "";
            var filing = await db.Filings.AsNoTracking().Include(known => known.Trucks).SingleOrDefaultAsync(known => known.Number == number && known.SubmittedAt != null, cancel);
            var isRight = filing is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(filing.CheckWord), Encoding.UTF8.GetBytes(word.ToUpperInvariant()));
            return words.Try(number, isRight) switch
            {
                true => (filing, null),
                false => (null, Refusals.NotFound.With()),
                null => (null, Refusals.TooManyWords.With()),
            };
        }

        private string Draw(Filing filing, HttpRequest http)
        {
            var address = settings.PublicAddress?.TrimEnd('/') ?? $"{http.Scheme}://{http.Host}";
            using var maker = new QRCodeGenerator();
            using var code = maker.CreateQrCode($"{address}/r/{filing.Number}?w={filing.CheckWord}", QRCodeGenerator.ECCLevel.M);
            return new SvgQRCode(code).GetGraphic(4);
        }

        private string Write(Filing filing, string code, TimelineEntry? record)
        {
            var body = filing.Body;
            var snapshot = roster.Now;
            var status = filing.StatusAt(clock.Now);
            (string Name, string? Value)[] rows =
            [
                ("备案编号", filing.Number), ("状态", FilingMoves.Zh(status)), ("报备单位", snapshot.Organisations.GetValueOrDefault(filing.Enterprise)?.Name ?? filing.Enterprise),
                ("属地", snapshot.Towns.GetValueOrDefault(filing.Town)?.Name ?? filing.Town), ("作业地点", string.Join(" ", new[] { body.Site.Name, body.Site.Address, body.Site.Village }.Where(part => part is { Length: > 0 }))),
                ("作业时段", $"{Moment(filing.From)} 至 {Moment(filing.To)}"), ("车辆", string.Join("、", body.Trucks.Select(truck => $"{Plate.Parse(truck.Plate).Display}（{truck.Colour.Wire()}）"))),
                ("处置场所", snapshot.Plants.GetValueOrDefault(body.Plant)?.Name ?? body.Plant), ("数量", string.Create(CultureInfo.InvariantCulture, $"{body.M3:0.###} m³，{body.Trips} 车次")),
                ("提交时间", filing.SubmittedAt is { } submitted ? Moment(submitted) : null), ("备案时间", record is null ? null : Moment(record.At)), ("备案条件", record?.Detail?.Conditions),
            ];
            var lines = string.Concat(rows.Where(row => row.Value is { Length: > 0 }).Select(row => $"<tr><th scope=\"row\">{row.Name}</th><td>{Encoder.Encode(row.Value!)}</td></tr>"));
            var valid = status is FilingStatus.Recorded or FilingStatus.Completed ? "" : $"<p class=\"not\">{FilingMoves.Zh(status)}：本回执不是有效备案。 This receipt is not a record in force.</p>";
            return $$"""
                <!DOCTYPE html>
                <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>备案回执 {{filing.Number}}</title>
                <style>@page{size:A4;margin:20mm}body{font:12pt/1.6 "Noto Serif CJK SC","Songti SC",SimSun,serif;max-width:170mm;margin:0 auto;padding:8mm 4mm;color:#000;background:#fff}
                h1{text-align:center;font-size:22pt;letter-spacing:.3em}table{width:100%;border-collapse:collapse}th,td{border:1px solid #000;padding:2mm 3mm;text-align:left;vertical-align:top}
                th{width:28mm;white-space:nowrap;font-weight:600}.code{float:right;width:38mm;height:38mm;margin:6mm 0 0 6mm}.not{border:2px solid #b00020;color:#b00020;padding:2mm 3mm;font-weight:700}footer{margin-top:6mm;font-size:10pt}.hash{font-family:monospace;font-size:8.5pt;overflow-wrap:anywhere}</style></head>
                <body><h1>吸污车作业备案回执</h1>{{valid}}<table>{{lines}}</table>
                <img class="code" alt="QR" src="data:image/svg+xml;base64,{{Convert.ToBase64String(Encoding.UTF8.GetBytes(code))}}">
                <footer>扫码或凭编号与校验码核对真伪；以登记系统当时的答复为准。打印时间 {{Moment(clock.Now)}}<br>Scan to verify; the register's answer at the moment of asking counts.{{Head()}}</footer></body></html>
                """;
        }

        /// <summary>How the register's chain ended when this was printed: who keeps the sheet can prove what came before.</summary>
        private string Head() => heads.OfFacts is not { } head ? ""
            : string.Create(CultureInfo.InvariantCulture, $"<br>存证链首 Chain head {head.Book}:{head.Day:yyyy-MM-dd}:{head.Links}:<span class=\"hash\">{head.Hash}</span>");

        private static string Moment(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }
}
