using FilingApi.Features.Checks;
using FilingApi.Register;
using FilingApi.Settings;
using FilingApi.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FilingApi.Pages;

/// <summary>Anyone asks a plate and learns yes or no, town and day, and nothing else.</summary>
public sealed class IndexModel(RegisterReader register, RosterIndex roster, ServiceMetrics metrics, ServiceSettings settings) : PageModel
{
    private const int LongestPlate = 20;

    [BindProperty(SupportsGet = true)]
    public string? Plate { get; set; }

    public bool IsDemo => settings.Demo;
    public bool IsAsked => !string.IsNullOrWhiteSpace(Plate);
    public PublicCheck.PublicView? Answer { get; private set; }
    public string Asked { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (!IsAsked)
        {
            return;
        }

        Asked = Shape.Shorten(Plate!.Trim());
        if (Plate!.Length > LongestPlate || !Contracts.Register.Plate.TryParse(Plate, out var plate))
        {
            return;
        }

        Asked = plate.Display;
        Answer = await PublicCheck.Ask(plate, register, roster, metrics, cancel);
    }
}
