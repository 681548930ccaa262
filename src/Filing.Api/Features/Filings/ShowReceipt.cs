using System.Security.Cryptography;
using System.Text;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Pages.Receipts;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace FilingApi.Features.Filings;

/// <summary>The 备案回执 for anyone who has the check word (R7): a page for A4 paper, and its QR code. It names no person.</summary>
public static class ShowReceipt
{
    private const string Html = "text/html; charset=utf-8";
    private const string Svg = "image/svg+xml; charset=utf-8";

    // Its policy stands with it: what else a page may load, a receipt may not.
    private static readonly Dictionary<string, string> PageHeaders = new()
    {
        ["Content-Security-Policy"] = ReceiptSheet.Policy,
        ["Referrer-Policy"] = "no-referrer",
        ["Cache-Control"] = "no-store",
    };

    public static void Map(IEndpointRouteBuilder app, IEndpointRouteBuilder filings)
    {
        var word = new Parameter("word", typeof(string), "The check word of the filing.") { IsRequired = true };
        filings
            .MapGet(
                "/{number}/receipt",
                (string number, HttpRequest http, Desk desk, CancellationToken cancel) => desk.Page(number, "word", http, cancel)
            )
            .AllowAnyone("ShowReceipt")
            .Takes(word)
            .Refuses(Refusals.NotFound, Refusals.TooManyWords)
            .Produces<string>(StatusCodes.Status200OK, "text/html");
        filings
            .MapGet(
                "/{number}/receipt.svg",
                (string number, HttpRequest http, Desk desk, CancellationToken cancel) => desk.Code(number, http, cancel)
            )
            .AllowAnyone("ShowReceiptCode")
            .Takes(word)
            .Refuses(Refusals.NotFound, Refusals.TooManyWords)
            .Produces<string>(StatusCodes.Status200OK, "image/svg+xml");
        app.MapGet("/r/{number}", Open)
            .AllowAnyone("OpenReceipt")
            .Takes(word with { Name = "w" })
            .Refuses(Refusals.NotFound, Refusals.TooManyWords)
            .Produces<string>(StatusCodes.Status200OK, "text/html");
    }

    /// <summary>For an officer's browser a receipt's code is a pointer to the check; for anyone else it is the receipt.</summary>
    private static async Task<IResult> Open(string number, HttpRequest http, Caller caller, Desk desk, CancellationToken cancel) =>
        caller.Role == Role.Squad && http.HttpContext.User.Identity?.AuthenticationType == PageSession.Scheme
            ? Results.Redirect($"/roadside{QueryString.Create("n", number)}")
            : await desk.Page(number, "w", http, cancel);

    /// <summary>Where words are looked at and receipts written out.</summary>
    public sealed class Desk(FilingDb db, Caller caller, WrongWords words, ServiceSettings settings, ReceiptSheet sheet)
    {
        public async Task<Answer> Page(string number, string parameter, HttpRequest http, CancellationToken cancel)
        {
            var language = PageLanguage.Choose(http.HttpContext);
            if (http.HttpContext.IsForPerson() && new Query(http).Text(parameter) is null)
            {
                return Sheet(StatusCodes.Status200OK, sheet.Ask(number, null));
            }

            switch (await Find(number, parameter, http, cancel))
            {
                case ({ } filing, _):
                    var recorded = FilingAct.Record.Wire();
                    var record = await db
                        .Timeline.AsNoTracking()
                        .Where(entry => entry.Subject == SubjectKind.Filing && entry.Key == number && entry.Act == recorded)
                        .OrderByDescending(entry => entry.Id)
                        .FirstOrDefaultAsync(cancel);
                    return Sheet(
                        StatusCodes.Status200OK,
                        sheet.Write(new Receipt(filing, Address(http), Draw(filing, http), record), parameter)
                    );

                // A person is asked for the word; a program is told the code.
                case var (_, refusal) when http.HttpContext.IsForPerson():
                    return Sheet(
                        refusal!.Kind.Status,
                        sheet.Ask(number, refusal.Kind == Refusals.NotFound ? sheet.WrongWord : refusal.Sentence(language))
                    );
                case var (_, refusal):
                    return Answer.Refused(caller, refusal!);
            }
        }

        public async Task<Answer> Code(string number, HttpRequest http, CancellationToken cancel) =>
            await Find(number, "word", http, cancel) switch
            {
                ({ } filing, _) => Answer.Stored(StatusCodes.Status200OK, Svg, Draw(filing, http), null) with { Headers = PageHeaders },
                var (_, refusal) => Answer.Refused(caller, refusal!),
            };

        private static Answer Sheet(int status, string html) => Answer.Stored(status, Html, html, null) with { Headers = PageHeaders };

        /// <summary>A number that is not there and a wrong word are told alike.</summary>
        private async Task<(Filing?, Refusal?)> Find(string number, string parameter, HttpRequest http, CancellationToken cancel)
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
                true => (filing, null),
                false => (null, Refusals.NotFound.With()),
                null => (null, Refusals.TooManyWords.With()),
            };
        }

        private string Draw(Filing filing, HttpRequest http)
        {
            using var maker = new QRCodeGenerator();
            using var code = maker.CreateQrCode($"{Address(http)}/r/{filing.Number}?w={filing.CheckWord}", QRCodeGenerator.ECCLevel.M);
            return new SvgQRCode(code).GetGraphic(4);
        }

        private string Address(HttpRequest http) => settings.PublicAddress?.TrimEnd('/') ?? $"{http.Scheme}://{http.Host}";
    }
}
