using System.Text.RegularExpressions;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Checks;

/// <summary>
/// A plate of which only a part was read: the trucks of the roster that it could be, then those that were seen in the last days.
/// </summary>
public static partial class MatchPlates
{
    private const int Most = 20;
    private const int FewestKnown = 2;
    private static readonly TimeSpan Back = TimeSpan.FromDays(7);

    public sealed record MatchView(IReadOnlyList<ItemView> Items, bool More);

    /// <summary><c>Owner</c>: the truck's enterprise, null where it is not in the roster.</summary>
    public sealed record ItemView(string Plate, PlateColour? Colour, string? Owner, DateTimeOffset? SeenAt);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/checks/matches", Handle)
            .RequireAccess("MatchPlates", Role.Squad, Role.Supervisor)
            .Takes(
                new Parameter("like", typeof(string), "A part of a plate; `?` stands for one unread character: `26?18`, `018`.")
                {
                    IsRequired = true,
                }
            )
            .Produces<MatchView>();

    public static async Task<Answer> Handle(
        HttpRequest http,
        FilingDb db,
        RosterIndex roster,
        RegisterReader register,
        Caller caller,
        CancellationToken cancel
    )
    {
        var query = new Query(http);
        var like = Plate.Normalise(query.Text("like")) ?? "";
        if (!Part().IsMatch(like) || like.Count(character => character != '?') < FewestKnown)
        {
            query.Wrong("like", "车牌的一部分，至少两位，看不清的用 ?", "a part of a plate, at least two characters, ? for an unread one");
            return Answer.Refused(caller, query.Faults);
        }

        var part = new Regex(like.Replace('?', '.'), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        var snapshot = roster.Now;
        var known = snapshot
            .Trucks.Where(truck => part.IsMatch(truck.Plate))
            .OrderBy(truck => truck.Plate, StringComparer.Ordinal)
            .ThenBy(truck => truck.Colour)
            .Select(truck => new ItemView(
                truck.Plate,
                truck.Colour,
                snapshot.Organisations.GetValueOrDefault(truck.Owner)?.Name ?? truck.Owner,
                null
            ))
            .Take(Most + 1)
            .ToList();
        var since = register.Now - Back;
        var pattern = $"%{like.Replace('?', '_')}%";
        var seen = await db
            .Sightings.AsNoTracking()
            .Where(row => row.At >= since && row.Plate != null && EF.Functions.Like(row.Plate, pattern))
            .GroupBy(row => row.Plate!)
            .Select(group => new { Plate = group.Key, At = group.Max(row => row.At) })
            .OrderByDescending(row => row.At)
            .ThenBy(row => row.Plate)
            .Take(2 * Most)
            .ToListAsync(cancel);
        var lastSeen = seen.ToDictionary(row => row.Plate, row => row.At, StringComparer.Ordinal);
        List<ItemView> items =
        [
            .. known.Select(item => item with { SeenAt = lastSeen.GetValueOrDefault(item.Plate) }),
            .. seen.Where(row => snapshot.TrucksOf(row.Plate).Count == 0).Select(row => new ItemView(row.Plate, null, null, row.At)),
        ];
        return Answer.Ok(new MatchView([.. items.Take(Most).Select(item => item with { Plate = Show(item.Plate) })], items.Count > Most));
    }

    private static string Show(string plate) => Plate.TryParse(plate, out var parsed) ? parsed.Display : plate;

    [GeneratedRegex(@"^[\p{IsCJKUnifiedIdeographs}A-Z0-9?]{2,8}$")]
    private static partial Regex Part();
}
