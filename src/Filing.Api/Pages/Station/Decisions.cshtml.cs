using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Exchange;
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
    public string CsvAddress
    {
        get
        {
            var filter = Request.Query.Where(pair => pair.Key is "act" or "from" or "to" or "plate");
            return $"/station/decisions{QueryString.Create(filter.Append(new("handler", "Csv")))}";
        }
    }

    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = await Find(Shown + 1, cancel);
        (Decisions, HasMore) = ([.. found.Take(Shown)], found.Count > Shown);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        var format = HttpContext.RequestServices.GetRequiredService<Format>();
        var csv = SheetFile.Write(
            [.. Columns.Select(name => Words[$"csv.{name}"])],
            (await Find(Exported, cancel)).Select(decision =>
                new object?[]
                {
                    Format.Moment(decision.At),
                    decision.Number,
                    Words.Of("act", decision.Act),
                    decision.Account,
                    format.Organisation(decision.Enterprise),
                    decision.Site,
                    string.Join(' ', decision.Trucks.Select(truck => Format.Plate(truck.Plate))),
                    WhyOf(decision.Detail, Words),
                }
            ),
            isXlsx: false
        );
        return File(csv, $"{SheetFile.Csv}; charset=utf-8", "decisions.csv");
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
}
