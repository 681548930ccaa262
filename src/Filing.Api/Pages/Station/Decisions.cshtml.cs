using System.Text;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using Microsoft.AspNetCore.Mvc;

namespace FilingApi.Pages.Station;

/// <summary>What was decided: who, when and why; filtered, and as a file for a spreadsheet.</summary>
public sealed class DecisionsModel(FilingDb db) : DeskPage
{
    private const int Shown = 100;
    private const int Exported = 20_000;
    private static readonly string[] Columns = ["at", "number", "act", "by", "enterprise", "site", "trucks", "why"];

    [BindProperty(SupportsGet = true)]
    public string? Act { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Plate { get; set; }

    public IReadOnlyList<ReadDecisions.Decision> Decisions { get; private set; } = [];
    public bool IsFiltered => Act is not null || From is not null || To is not null || Plate is not null;
    public string CsvAddress =>
        $"/station/decisions{QueryString.Create(Request.Query.Where(pair => pair.Key is "act" or "from" or "to" or "plate").Append(new("handler", "Csv")))}";
    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = await Find(Shown + 1, cancel);
        (Decisions, HasMore) = ([.. found.Take(Shown)], found.Count > Shown);
    }

    /// <summary>UTF-8 with its mark, so that Excel reads it; a text that a spreadsheet would take for a formula is made plain.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        var found = await Find(Exported, cancel);
        var csv = new StringBuilder().AppendLine(string.Join(',', Columns.Select(name => Cell(Words[$"csv.{name}"]))));
        foreach (var decision in found)
        {
            csv.AppendLine(
                string.Join(
                    ',',
                    new[]
                    {
                        Format.Moment(decision.At),
                        decision.Number,
                        Words.Of("act", decision.Act),
                        decision.Account,
                        HttpContext.RequestServices.GetRequiredService<Format>().Organisation(decision.Enterprise),
                        decision.Site,
                        string.Join(' ', decision.Trucks.Select(truck => Format.Plate(truck.Plate))),
                        WhyOf(decision.Detail, Words),
                    }.Select(Cell)
                )
            );
        }

        return File(
            [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())],
            "text/csv; charset=utf-8",
            "decisions.csv"
        );
    }

    public static string WhyOf(TimelineDetail? detail, Words words) =>
        detail is null
            ? ""
            : string.Join(
                "; ",
                new[]
                {
                    detail.Reason,
                    detail.Conditions,
                    detail.Defects is { } defects ? string.Join("; ", defects.Select(defect => ReturnReasons.Say(defect, words))) : null,
                }.Where(part => part is { Length: > 0 })
            );

    private Task<IReadOnlyList<ReadDecisions.Decision>> Find(int most, CancellationToken cancel) =>
        ReadDecisions.Find(
            new ReadDecisions.Filter(
                WireName<FilingAct>.TryParse(Act, out var act) && ReadDecisions.Acts.Contains(act) ? act : null,
                Start(From),
                Start(To?.AddDays(1)),
                Contracts.Register.Plate.TryParse(Plate, out var plate) ? plate.Value : null
            ),
            most,
            db,
            Caller,
            cancel
        );

    private static DateTimeOffset? Start(DateOnly? day) => day is { } given ? ChinaTime.At(given) : null;

    private static string Cell(string text)
    {
        var plain = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
