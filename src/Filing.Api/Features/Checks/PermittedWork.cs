using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Checks;

/// <summary>
/// What an officer compares with what he sees: where the permitted work is, what is pumped, where it goes and how much. Only for those
/// who stand before the truck and those who lead them.
/// </summary>
public static class PermittedWork
{
    private static readonly Role[] Readers = [Role.Squad, Role.Supervisor];

    /// <summary><c>Place</c>: the site's name, of an order its sections; <c>Plant</c>: the plant's name.</summary>
    public sealed record WorkView(string Place, WasteKind Kind, string Plant, decimal M3);

    public static async Task<IReadOnlyDictionary<string, WorkView>> Of(
        Verdict verdict,
        FilingDb db,
        Caller caller,
        RosterIndex.Snapshot roster,
        CancellationToken cancel
    )
    {
        var found = new Dictionary<string, WorkView>(StringComparer.Ordinal);
        if (verdict.Bases.Count == 0 || caller.Role is not { } role || !Readers.Contains(role))
        {
            return found;
        }

        string NameOf(string plant) => roster.Plants.GetValueOrDefault(plant)?.Name ?? plant;
        var filed = Numbers(verdict, isDispatch: false);
        if (filed.Count > 0)
        {
            foreach (var filing in await db.Filings.AsNoTracking().Where(filing => filed.Contains(filing.Number)).ToListAsync(cancel))
            {
                var body = filing.Body;
                found[filing.Number] = new WorkView(body.Site.Name, body.Kind, NameOf(body.Plant), body.M3);
            }
        }

        var ordered = Numbers(verdict, isDispatch: true);
        if (ordered.Count > 0)
        {
            var orders = db.Orders.AsNoTracking().Include(order => order.Stops).Where(order => ordered.Contains(order.Number));
            foreach (var order in await orders.ToListAsync(cancel))
            {
                var sections = order.Stops.OrderBy(stop => stop.K).Select(stop => stop.Section).Distinct();
                found[order.Number] = new WorkView(
                    string.Join(" / ", sections),
                    WasteKind.MunicipalPipe,
                    NameOf(order.Plant),
                    order.Stops.Sum(stop => stop.M3)
                );
            }
        }

        return found;
    }

    private static List<string> Numbers(Verdict verdict, bool isDispatch) =>
        [.. verdict.Bases.Where(basis => basis.IsDispatch == isDispatch).Select(basis => basis.Number)];
}
