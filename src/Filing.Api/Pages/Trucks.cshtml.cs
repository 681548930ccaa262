using FilingApi.Data;
using FilingApi.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Pages;

/// <summary>The trucks of the roster and how long their papers last; those that run out first stand first.</summary>
public sealed class TrucksModel(FilingDb db) : DeskPage
{
    public const int SoonDays = 30;
    private const int Most = 200;

    [BindProperty(SupportsGet = true)]
    public string? Plate { get; set; }

    public IReadOnlyList<Truck> Trucks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var trucks = db.Trucks.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Plate))
        {
            var part = Contracts.Register.Plate.Normalise(Plate) ?? "";
            trucks = trucks.Where(truck => truck.Plate.Contains(part));
        }

        Trucks = await trucks
            .OrderBy(truck => truck.PapersUntil)
            .ThenBy(truck => truck.Plate)
            .ThenBy(truck => truck.Colour)
            .Take(Most)
            .ToListAsync(cancel);
    }
}
