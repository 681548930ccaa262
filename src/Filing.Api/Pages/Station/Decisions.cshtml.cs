using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Register;
using Microsoft.AspNetCore.Mvc;

namespace FilingApi.Pages.Station;

/// <summary>What was decided: who, when and why; searched and filtered, and as a file for a spreadsheet.</summary>
public sealed class DecisionsModel(FilingDb db, RosterIndex roster) : ListPage
{
    private static readonly string[] Columns =
    [
        "csv.at",
        "csv.number",
        "csv.act",
        "csv.by",
        "csv.enterprise",
        "csv.site",
        "csv.trucks",
        "csv.why",
    ];
    private IReadOnlyList<ListChoice> _choices = [];

    [BindProperty(SupportsGet = true)]
    public string? Act { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    public IReadOnlyList<ReadDecisions.Decision> Decisions { get; private set; } = [];
    public override string Hint => Words["decisions.hint"];
    public override IReadOnlyList<ListChoice> Choices => _choices;

    private FilingAct? Asked => WireName<FilingAct>.TryParse(Act, out var act) && ReadDecisions.Acts.Contains(act) ? act : null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var deciders = await ReadDecisions.Deciders(db, Caller, cancel);
        _choices = [new ListChoice("by", Words["decisions.by"], [.. deciders.Select(account => (account, account))])];
        var entries = Matching();
        var counts = await ReadDecisions.Count(entries, cancel);
        Chips =
        [
            new ListChip(Words["all"], counts.Values.Sum(), Address(("act", null)), Asked is null),
            .. ReadDecisions.Acts.Select(act => new ListChip(
                Words.Of("act", act),
                counts.GetValueOrDefault(act),
                Address(("act", act.Wire())),
                act == Asked
            )),
        ];
        var page = await ReadDecisions.Find(entries.Of(Asked), Cursor, PageSize, db, cancel);
        (Decisions, Next) = (page.Items, page.Next);
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

    protected override async Task<ListTable> Table(CancellationToken cancel) =>
        new(
            "decisions",
            Columns,
            (await ReadDecisions.All(Matching().Of(Asked), MostInFile, db, cancel)).Select(decision =>
                new object?[]
                {
                    Format.Moment(decision.At),
                    decision.Number,
                    Words.Of("act", decision.Act),
                    decision.Account,
                    roster.Now.Organisations.GetValueOrDefault(decision.Enterprise)?.Name ?? decision.Enterprise,
                    decision.Site,
                    Plates(decision.Trucks),
                    WhyOf(decision.Detail, Words),
                }
            )
        );

    private IQueryable<TimelineEntry> Matching() =>
        ReadDecisions.Matching(new ReadDecisions.Filter(Begin, End, Q, string.IsNullOrEmpty(By) ? null : By), db, roster.Now, Caller);
}
