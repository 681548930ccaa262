using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Evidence;
using FilingApi.Register;

namespace FilingApi.Pages.Receipts;

/// <summary>What stands on a receipt's sheet beside the filing itself. The code is an SVG; the address is the service's, without a slash at its end.</summary>
public sealed record Receipt(Filing Filing, string Address, string Code, TimelineEntry? Record);

/// <summary>
/// The 备案回执 as a sheet of A4: on the screen a page like the others, on paper black on white and alone (facts.md §8.2). One file without a script of its own, so that a kept copy stays whole.
/// It names no person.
/// </summary>
public sealed class ReceiptSheet(Words words, Format format, RosterIndex roster, RegisterClock clock, PresentHeads heads)
{
    private static readonly string Style = Embedded("receipt.css");

    /// <summary>Lets in this one style, the code's picture and the script that prints.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; img-src 'self' data:; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="receipt">What is written.</param>
    /// <param name="parameter">What the address calls the check word, so that the other language finds it again.</param>
    public string Write(Receipt receipt, string parameter)
    {
        var filing = receipt.Filing;
        var status = filing.StatusAt(clock.Now);
        var isInForce = status is FilingStatus.Recorded or FilingStatus.Completed;
        var station = roster.Now.Office("station", filing.Town);
        var picture = Convert.ToBase64String(Encoding.UTF8.GetBytes(receipt.Code));
        return Frame(
            $"{words["receipt.title"]} {filing.Number}",
            QueryString.Create(parameter, filing.CheckWord),
            $$"""
            <article class="sheet">
            <header class="top">
            <div><p class="office">{{Safe(station?.Name ?? format.Town(filing.Town))}}</p><h1>{{Safe(words["receipt.title"])}}</h1>
            <dl class="number"><dt>{{Safe(words["receipt.number"])}}</dt><dd>{{Safe(filing.Number)}}</dd><dt>{{Safe(
                words["receipt.word"]
            )}}</dt><dd class="word">{{Safe(filing.CheckWord)}}</dd></dl></div>
            <figure><img alt="{{Safe(words["receipt.code"])}}" src="data:image/svg+xml;base64,{{picture}}"><figcaption>{{Safe(
                words["receipt.scan"]
            )}}</figcaption></figure>
            </header>
            <p class="state {{(isInForce ? "good" : "bad")}}">{{(isInForce ? "✓" : "✕")}} <b>{{Safe(
                words.Of("status", status)
            )}}</b> {{Safe(words[isInForce ? "receipt.inforce" : "receipt.notinforce"])}}</p>
            <section><h2>{{Safe(words["receipt.what"])}}</h2>{{Table(What(filing, receipt.Record))}}</section>
            <section><h2>{{Safe(words["receipt.acts"])}}</h2>{{Table(Acts(filing, receipt.Record))}}</section>
            <section class="verify"><h2>{{Safe(words["receipt.verify"])}}</h2><ol>
            <li>{{Safe(words["receipt.verify.scan", $"{receipt.Address}/r/{filing.Number}"])}}</li>
            <li>{{Safe(words["receipt.verify.truck"])}}</li>
            <li>{{Safe(words["receipt.verify.plate", $"{receipt.Address}/"])}}{{(
                station?.Phone is { } phone ? $" {Safe(words["receipt.verify.call", station.Name, phone])}" : null
            )}}</li>
            {{Head()}}</ol></section>
            <footer>{{Safe(words["receipt.counts"])}} {{Safe(words["receipt.made", Moment(clock.Now)])}}</footer>
            </article>
            """
        );
    }

    /// <summary>A number that is not there and a wrong word are told alike.</summary>
    public string WrongWord => words["receipt.wrong"];

    /// <summary>To a person without the right word: what was wrong, if anything was given, and where to put the word.</summary>
    public string Ask(string number, string? fault) =>
        Frame(
            words["receipt.title"],
            QueryString.Empty,
            $$"""
            <article class="sheet ask"><h1>{{Safe(words["receipt.title"])}}</h1>{{(
                fault is null ? null : $"<p class=\"state bad\" role=\"alert\">✕ {Safe(fault)}</p>"
            )}}
            <form method="get" action="/r/{{Uri.EscapeDataString(number)}}"><p>{{Safe(words["receipt.ask", number])}}</p>
            <label for="w">{{Safe(
                words["receipt.word"]
            )}}</label><div class="row"><input id="w" name="w" required maxlength="12" autocomplete="off" autocapitalize="characters" spellcheck="false"><button class="button">{{Safe(
                words["receipt.ask.do"]
            )}}</button></div></form>
            <p><a href="/">{{Safe(words["check.title"])}}</a></p></article>
            """
        );

    private string Frame(string title, QueryString query, string sheet) =>
        $$"""
            <!DOCTYPE html>
            <html lang="{{(
                words.IsEnglish ? "en" : "zh-CN"
            )}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>{{Safe(
                title
            )}}</title>
            <style>{{Style}}</style><link rel="icon" href="/icon.svg" type="image/svg+xml"></head>
            <body><nav class="bar" aria-label="{{Safe(words["menu"])}}"><a class="brand" href="/">{{Safe(
                words["product"]
            )}}</a><span class="tools"><a href="{{Safe(query.Add("lang", words.IsEnglish ? "zh" : "en").Value!)}}" lang="{{(
                words.IsEnglish ? "zh-CN" : "en"
            )}}">{{(words.IsEnglish ? "中文" : "English")}}</a><button type="button" class="button" data-print hidden>{{Safe(
                words["receipt.print"]
            )}}</button></span></nav>
            <main>{{sheet}}</main><script type="module" src="/js/receipt.js"></script></body></html>
            """;

    private IEnumerable<(string Name, string? Value)> What(Filing filing, TimelineEntry? record)
    {
        var body = filing.Body;
        yield return (words["receipt.enterprise"], format.Organisation(filing.Enterprise));
        yield return (
            words["field.site"],
            string.Join(
                " ",
                new[] { body.Site.Name, body.Site.Village, body.Site.Address }.Where(part => part is { Length: > 0 }).Distinct()
            )
        );
        yield return (words["field.time"], Window(filing.From, filing.To));
        yield return (words["field.trucks"], string.Join('\n', body.Trucks.Select(Truck)));
        yield return (words["field.kind"], words.Of("kind", body.Kind));
        yield return (words["field.amount"], $"{Format.Amount(body.M3)} · {words.Trips(body.Trips)}");
        yield return (words["field.plant"], format.PlantName(body.Plant));
        yield return (words["field.agreement"], body.Agreement);
        yield return (words["receipt.conditions"], record?.Detail?.Conditions);
    }

    private IEnumerable<(string Name, string? Value)> Acts(Filing filing, TimelineEntry? record)
    {
        yield return (
            words["field.submitted"],
            filing.SubmittedAt is { } at ? words["receipt.by", format.Organisation(filing.Enterprise), Moment(at)] : null
        );
        yield return (
            words["receipt.recorded"],
            record is null ? null : words["receipt.by", format.Organisation(record.Organisation), Moment(record.At)]
        );
        yield return (words["receipt.town"], format.Town(filing.Town));
    }

    private string Truck(TruckRef truck)
    {
        var owner = Plate.TryParse(truck.Plate, out var plate) ? roster.Now.Truck(new TruckKey(plate.Value, truck.Colour))?.Owner : null;
        return string.Join(
            " · ",
            new[]
            {
                Format.Plate(truck.Plate),
                words.Of("colour", truck.Colour),
                owner is null ? null : format.Organisation(owner),
            }.OfType<string>()
        );
    }

    /// <summary>How the register's chain ended when this was printed: who keeps the sheet can prove what came before.</summary>
    private string? Head() =>
        heads.OfFacts is not { } head
            ? null
            : $"<li>{Safe(words["receipt.verify.head"])}<br><code>{head.Book}:{Format.Day(head.Day)}:{head.Links.ToString(CultureInfo.InvariantCulture)}:{head.Hash}</code></li>";

    private static string Table(IEnumerable<(string Name, string? Value)> rows) =>
        $"<table>{string.Concat(rows.Where(row => row.Value is { Length: > 0 }).Select(row => $"<tr><th scope=\"row\">{Safe(row.Name)}</th><td>{Safe(row.Value!).Replace("&#xA;", "<br>", StringComparison.Ordinal)}</td></tr>"))}</table>";

    private string Window(DateTimeOffset from, DateTimeOffset to) =>
        $"{Moment(from)} – {(Format.DayOf(from) == Format.DayOf(to) ? Format.Time(to) : Moment(to))}";

    /// <summary>As documents write it.</summary>
    private string Moment(DateTimeOffset at) =>
        words.IsEnglish ? Format.Moment(at) : at.ToChina().ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    private static string Safe(string text) => Html.Encode(text);

    private static string Embedded(string name)
    {
        using var reader = new StreamReader(
            typeof(ReceiptSheet).Assembly.GetManifestResourceStream($"FilingApi.Pages.Receipts.{name}")
                ?? throw new InvalidOperationException($"The build left out {name}.")
        );
        return reader.ReadToEnd();
    }
}
