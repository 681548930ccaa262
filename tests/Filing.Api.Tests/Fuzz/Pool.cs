using System.Text.Json;
using FilingApi.Tests.Contract;

namespace FilingApi.Tests.Fuzz;

/// <summary>Identifiers from earlier answers, by member name: later requests are about things that exist.</summary>
internal sealed class Pool(Random dice)
{
    private const int Most = 400;
    private readonly Dictionary<string, List<string>> _names = new(StringComparer.Ordinal)
    {
        ["plate"] = [.. Enumerable.Range(1, 10).Select(Make.Plate), Make.Stranger],
        ["plant"] = ["P1", "P2", "P3"],
        ["organisation"] = ["E1", "H1", "S1", "P1"],
        ["owner"] = ["H1", "H2"],
        ["town"] = [SmallTown.TownA, SmallTown.TownB],
        ["year"] = ["2026", "2027", "2031"],
        ["list"] = ["organisations", "trucks", "plants", "calendars"],
    };

    /// <summary>A random one; null if none is known yet.</summary>
    public string? Any(string name) => _names.TryGetValue(name, out var known) ? known[dice.Next(known.Count)] : null;

    public void Learn(Operation operation, JsonElement body)
    {
        if (body.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in body.EnumerateArray())
            {
                Learn(operation, item);
            }
        }

        if (body.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in body.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.String && NameOf(operation, member.Name) is { } name)
            {
                Add(name, member.Value.GetString()!);
            }
            else
            {
                Learn(operation, member.Value);
            }
        }
    }

    /// <summary>The accounts that send the requests must not be closed: only accounts created during the run are collected.</summary>
    private static string? NameOf(Operation operation, string member) =>
        (operation.Id, member) switch
        {
            ("CreateAccount", "account") => "name",
            (_, "account" or "plate" or "colour" or "kind" or "code" or "sentence" or "status" or "town") => null,
            ("ListLeads" or "ReadLead", "id") => "lead",
            ("ListRuns", "id") => "run",
            ("ListSightings", "id") => "sighting",
            ("ListTrips" or "ReadFiling", "id") => "trip",
            ("ReportJob" or "ListJobs", "id") => "job",
            ("PublishOrder" or "ListOrders", "number") => "order",
            _ => member,
        };

    private void Add(string name, string value)
    {
        if (!_names.TryGetValue(name, out var known))
        {
            _names[name] = known = [];
        }

        if (known.Count < Most)
        {
            known.Add(value);
        }
        else
        {
            known[dice.Next(Most)] = value;
        }
    }
}
