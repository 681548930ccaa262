using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Registry;
using FilingApi.Register;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Pages;

/// <summary>The trucks of the roster and how long their papers last; those that run out first stand first.</summary>
public sealed class TrucksModel(FilingDb db, RosterIndex roster, RegisterClock clock) : ListPage
{
    private static readonly string[] Columns = ["field.plate", "trucks.colour", "trucks.owner", "list.tank", "trucks.papers"];

    [BindProperty(SupportsGet = true)]
    public string? Papers { get; set; }

    public IReadOnlyList<Truck> Trucks { get; private set; } = [];
    public override string Hint => Words["trucks.hint"];
    public override bool HasDays => false;

    private DateOnly Today => Format.DayOf(clock.Now);

    private SearchTrucks.Papers Asked => WireName<SearchTrucks.Papers>.TryParse(Papers, out var papers) ? papers : SearchTrucks.Papers.All;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var trucks = SearchTrucks.Matching(Q, db, roster.Now, Caller);
        var chips = new List<ListChip>();
        foreach (var papers in Enum.GetValues<SearchTrucks.Papers>())
        {
            var count = await trucks.With(papers, Today).CountAsync(cancel);
            chips.Add(new ListChip(Words.Of("papers", papers), count, Address(("papers", papers.Wire())), papers == Asked));
        }

        Chips = chips;
        var page = await SearchTrucks.ByPapers.Page(trucks.With(Asked, Today), Cursor, truck => truck, cancel, PageSize);
        (Trucks, Next) = (page.Items, page.Next);
    }

    protected override async Task<ListTable> Table(CancellationToken cancel)
    {
        var trucks = SearchTrucks.Matching(Q, db, roster.Now, Caller).With(Asked, Today);
        var rows = await SearchTrucks.ByPapers.Ordered(trucks).Take(MostInFile).ToListAsync(cancel);
        return new ListTable(
            "trucks",
            Columns,
            rows.Select(truck =>
                new object?[]
                {
                    Format.Plate(truck.Plate),
                    Words.Of("colour", truck.Colour),
                    roster.Now.Organisations.GetValueOrDefault(truck.Owner)?.Name ?? truck.Owner,
                    truck.TankM3,
                    Format.Day(truck.PapersUntil),
                }
            )
        );
    }
}
