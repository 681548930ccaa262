using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Checks;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Pages;

/// <summary>Anyone asks a plate; the demo shows its day besides. Outside the demo the answer is the public one and nothing else is shown.</summary>
public sealed class IndexModel(RegisterReader register, RosterIndex roster, FilingDb db, Caller caller, ServiceSettings settings) : PageModel
{
    private const int Shown = 50;

    [BindProperty(SupportsGet = true)]
    public string? Plate { get; set; }

    public bool IsDemo => settings.Demo;
    public bool IsEnglish => caller.Language == Language.En;
    public string Town => roster.Now.Home?.Name ?? "";
    public DateTimeOffset Now { get; private set; }
    public string? Asked { get; private set; }
    public bool IsUnreadable { get; private set; }
    public CheckView? Verdict { get; private set; }
    public IReadOnlyList<Filing> Filings { get; private set; } = [];
    public IReadOnlyList<Order> Orders { get; private set; } = [];
    public IReadOnlyList<Lead> Leads { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = register.Now;
        if (!string.IsNullOrWhiteSpace(Plate)) { await Ask(Plate, cancel); }

        if (!IsDemo) { return; }

        Filings = await db.Filings.AsNoTracking().OrderByDescending(filing => filing.CreatedAt).ThenByDescending(filing => filing.Number).Take(Shown).ToListAsync(cancel);
        Orders = await db.Orders.AsNoTracking().OrderByDescending(order => order.PublishedAt).Take(Shown).ToListAsync(cancel);
        Leads = await db.Leads.AsNoTracking().OrderByDescending(lead => lead.RaisedAt).ThenBy(lead => lead.Key).Take(Shown).ToListAsync(cancel);
    }

    public string T(string zh, string en) => IsEnglish ? en : zh;

    public string NameOf(string organisation) => roster.Now.Organisations.GetValueOrDefault(organisation)?.Name ?? organisation;

    public static string Moment(DateTimeOffset? at) => at?.ToOffset(TimeSpan.FromHours(8)).ToString("MM-dd HH:mm", null) ?? "—";

    public static string Display(string plate) => Contracts.Register.Plate.Parse(plate).Display;

    public string Word(FilingStatus status) => T(FilingMoves.Zh(status), status.Wire());

    public string Word(LeadKind kind) => kind switch
    {
        LeadKind.NoReceipt => T("装车后 4 小时未接收", "not received within 4 h"),
        LeadKind.VolumeMismatch => T("装卸量不符", "volumes differ"),
        LeadKind.OtherPlant => T("送到别的处置场所", "another plant"),
        LeadKind.PlateMismatch => T("车牌不符", "another plate"),
        LeadKind.UnfiledLoad => T("未报备到厂", "load without a filing"),
        LeadKind.UnregisteredRun => T("未报备上路", "unregistered run"),
        _ => kind.Wire(),
    };

    public string Word(Verdictless verdict) => verdict switch
    {
        Verdictless.Filed => T("已备案", "On record"),
        Verdictless.NotFiled => T("未查到此时的备案", "No record for now"),
        _ => "",
    };

    /// <summary>What the public may know of a verdict.</summary>
    public Verdictless Public => Verdict?.Colour == VerdictColour.Green ? Verdictless.Filed : Verdictless.NotFiled;

    public enum Verdictless
    {
        Filed,
        NotFiled,
    }

    private async Task Ask(string raw, CancellationToken cancel)
    {
        Asked = Shape.Shorten(raw.Trim());
        if (!Contracts.Register.Plate.TryParse(raw, out var plate))
        {
            IsUnreadable = true;
            return;
        }

        Asked = plate.Display;
        var reading = await register.Ask(plate.Value, null, null, Activity.Passing, null, cancel);
        Verdict = CheckView.Of(reading!.Verdict, caller, roster.Now);
    }
}
