using System.Text.Json.Nodes;
using DispatchWorker.Planning.Model;
using DispatchWorker.Planning.Travel;

namespace Dispatch.Worker.Tests.Planning;

/// <summary>The same problem written differently: other names, another order, no optional fields. The plan may not be worse for
/// it.</summary>
public sealed class VariantsTests
{
    [Theory]
    [InlineData("emptying-R201-50", 919.9)]
    [InlineData("reload-R201", 1413.9)]
    [InlineData("window-R101", 1637.7)]
    [InlineData("round-Torino_030_4_1-day2", 182)]
    public void Names_and_order_do_not_matter(string name, double reference)
    {
        var problem = Read(Rewritten(name, seed: 5));

        var plan = Days.Solve(problem, 10_000);

        Assert.Empty(plan.Unassigned);
        Assert.InRange(plan.Distance, reference - 0.05, reference * 1.06);
    }

    [Fact]
    public void A_table_of_the_same_numbers_gives_the_same_plan()
    {
        var plane = Days.File("emptying-R201-50");
        var (time, distance) = new EmbeddedTravelTimes().Table(plane);
        var table = plane with { Metric = Metric.Matrix, Matrix = new TravelMatrix(time, distance) };

        Assert.Equal(Text(Days.Solve(plane, 3_000)), Text(Days.Solve(table, 3_000)));
    }

    [Fact]
    public void Places_nobody_uses_do_not_matter()
    {
        var problem = Days.File("emptying-R201-50");
        var more = problem with { Places = [.. problem.Places, .. Enumerable.Range(0, 30_000).Select(at => new Place(at, at))] };

        Assert.Equal(Text(Days.Solve(problem, 1_000)), Text(Days.Solve(more, 1_000)));
    }

    /// <summary>The same day on a real map in either unit of time.</summary>
    [Fact]
    public void Seconds_say_the_same_as_minutes()
    {
        var minutes = Days.Line(
            4,
            [Days.Truck(end: 400)],
            [Days.Job("a", 1) with { Service = 10 }, Days.Job("b", 2) with { Open = 60, Close = 90 }],
            [Days.Plant("P", 3)]
        ) with
        {
            Metric = Metric.GreatCircle,
            Places = [new Place(113, 28), new Place(113.05, 28), new Place(113, 28.05), new Place(113.02, 28.02)],
        };
        var seconds = minutes with
        {
            MinutesPerUnit = 1 / 60.0,
            Trucks = [minutes.Trucks[0] with { End = 400 * 60 }],
            Jobs = [minutes.Jobs[0] with { Service = 600, Close = 60_000 }, minutes.Jobs[1] with { Open = 3600, Close = 5400 }],
            Emptying = [minutes.Emptying[0] with { Close = 60_000 }],
        };

        var one = Days.Solve(minutes, 200);
        var other = Days.Solve(seconds, 200);

        Assert.Equal(Days.Route(one, "T1"), Days.Route(other, "T1"));
        Assert.Equal(one.Distance, other.Distance);
    }

    [Fact]
    public void The_checker_knows_nothing_of_the_search()
    {
        var planning = Path.Combine(Days.Root(), "src/Dispatch.Worker/Planning");
        string[] files = [Path.Combine(planning, "PlanChecker.cs"), .. Directory.GetFiles(Path.Combine(planning, "Rules"))];

        Assert.True(files.Length > 15);
        Assert.All(files, file => Assert.DoesNotContain("Search", System.IO.File.ReadAllText(file), StringComparison.Ordinal));
    }

    private static string Text(Plan plan) => (plan with { Seconds = 0 }).ToJson();

    private static Problem Read(JsonNode file)
    {
        var (problem, errors) = ProblemReader.Read(System.Text.Encoding.UTF8.GetBytes(file.ToJsonString()));
        Assert.Empty(errors);
        return problem!;
    }

    /// <summary>The file with every name changed, every list and all places shuffled, and no field that has a default.</summary>
    private static JsonObject Rewritten(string name, int seed)
    {
        var file = JsonNode
            .Parse(System.IO.File.ReadAllText(Path.Combine(Days.Root(), "tests/data/instances", name + ".json")))!
            .AsObject();
        var random = new Random(seed);
        var places = file["places"]!.AsArray();
        int[] order = [.. Enumerable.Range(0, places.Count)];
        random.Shuffle(order);
        var now = new int[order.Length];
        for (var at = 0; at < order.Length; at++)
        {
            now[order[at]] = at;
        }

        file["places"] = new JsonArray([.. order.Select(place => places[place]!.DeepClone())]);
        foreach (var table in (string[])["time", "distance"])
        {
            if (file["matrix"]?[table] is not JsonArray rows)
            {
                continue;
            }

            file["matrix"]![table] = new JsonArray([
                .. order.Select(from => new JsonArray([.. order.Select(to => rows[from]![to]!.DeepClone())])),
            ]);
        }

        foreach (var list in (string[])["depots", "emptying", "trucks", "jobs"])
        {
            JsonNode[] items = [.. file[list]!.AsArray().Select(item => item!.DeepClone())];
            random.Shuffle(items);
            for (var at = 0; at < items.Length; at++)
            {
                var item = items[at].AsObject();
                item["id"] = list == "depots" ? "场" : $"名 {at * 7}\"/{(list == "trucks" ? "车" : "")}";
                if (list == "trucks")
                {
                    item["depot"] = "场";
                }

                if (item["place"] is { } place)
                {
                    item["place"] = now[(int)place];
                }

                foreach (var field in (string[])["equipment", "blocked", "priority", "capacity"])
                {
                    if (item[field] is null or JsonArray { Count: 0 } || field == "priority")
                    {
                        item.Remove(field);
                    }
                }
            }

            file[list] = new JsonArray(items);
        }

        file.Remove("name");
        file.Remove("frozen");
        return file;
    }
}
