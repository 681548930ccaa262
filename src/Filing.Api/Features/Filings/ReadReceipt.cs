using System.Security.Cryptography;
using System.Text;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Settings;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace FilingApi.Features.Filings;

/// <summary>The 备案回执 for anyone who has the check word (R7): what stands on it, and its QR code. It names no person.</summary>
public static class ReadReceipt
{
    private const string Svg = "image/svg+xml; charset=utf-8";

    private static readonly Dictionary<string, string> CodeHeaders = new()
    {
        ["Content-Security-Policy"] = "default-src 'none'",
        ["Referrer-Policy"] = "no-referrer",
        ["Cache-Control"] = "no-store",
    };

    public static readonly Parameter Word = new("word", typeof(string), "The check word of the filing.") { IsRequired = true };

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/filings/{number}/receipt.svg", Code)
            .AllowAnyone("ShowReceiptCode")
            .Takes(Word)
            .Refuses(Refusals.NotFound, Refusals.TooManyWords)
            .Produces<string>(StatusCodes.Status200OK, "image/svg+xml");

    /// <summary>The content of a receipt.</summary>
    /// <param name="Filing">The filing it is for.</param>
    /// <param name="Address">The service's address, without a slash at its end.</param>
    /// <param name="Code">The QR code, an SVG.</param>
    /// <param name="Record">The station's act; null before it.</param>
    /// <param name="At">When it is made.</param>
    /// <param name="Verdict">
    /// What the filing's own history says (R3): now, or at the start of a future window, since a receipt is printed for the work to come.
    /// </param>
    public sealed record Receipt(Filing Filing, string Address, string Code, TimelineEntry? Record, DateTimeOffset At, Verdict Verdict);

    public static async Task<Answer> Code(string number, HttpRequest http, Desk desk, Caller caller, CancellationToken cancel) =>
        await desk.Find(number, "word", http, cancel) switch
        {
            ({ } receipt, _) => Answer.Stored(StatusCodes.Status200OK, Svg, receipt.Code, null) with { Headers = CodeHeaders },
            var (_, refusal) => Answer.Refused(caller, refusal!),
        };

    /// <summary>Where words are checked.</summary>
    public sealed class Desk(FilingDb db, RegisterReader register, WrongWords words, ServiceSettings settings)
    {
        /// <summary>A number that does not exist and a wrong word give the same answer.</summary>
        public async Task<(Receipt?, Refusal?)> Find(string number, string parameter, HttpRequest http, CancellationToken cancel)
        {
            var word = new Query(http).Text(parameter) ?? "";
            var filing = await db
                .Filings.AsNoTracking()
                .Include(known => known.Trucks)
                .SingleOrDefaultAsync(known => known.Number == number && known.SubmittedAt != null, cancel);
            var isRight =
                filing is not null
                && CryptographicOperations.FixedTimeEquals(
                    Encoding.UTF8.GetBytes(filing.CheckWord),
                    Encoding.UTF8.GetBytes(word.Trim().ToUpperInvariant())
                );
            return words.Try(number, isRight) switch
            {
                true => (await Of(filing!, http, cancel), null),
                false => (null, Refusals.NotFound.With()),
                null => (null, Refusals.TooManyWords.With()),
            };
        }

        private async Task<Receipt> Of(Filing filing, HttpRequest http, CancellationToken cancel)
        {
            var recorded = FilingAct.Record.Wire();
            var record = await db
                .Timeline.AsNoTracking()
                .Where(entry => entry.Subject == SubjectKind.Filing && entry.Key == filing.Number && entry.Act == recorded)
                .OrderByDescending(entry => entry.Id)
                .FirstOrDefaultAsync(cancel);
            var address = settings.PublicAddress?.TrimEnd('/') ?? $"{http.Scheme}://{http.Host}";
            var (history, now) = await register.Own(filing.Number, cancel);
            var verdict = Judge.Own(history, filing.Trucks[0].Key, now < filing.From ? filing.From : now);
            return new Receipt(filing, address, Draw($"{address}/r/{filing.Number}?w={filing.CheckWord}"), record, now, verdict);
        }

        private static string Draw(string text)
        {
            using var maker = new QRCodeGenerator();
            using var code = maker.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
            return new SvgQRCode(code).GetGraphic(4);
        }
    }
}
