using System.Globalization;
using System.Text.Json;
using FilingApi.Data;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Row = System.Collections.Generic.Dictionary<string, System.Text.Json.JsonElement>;

namespace FilingApi.Tests.Evidence;

/// <summary>What the acts say they changed, put one upon the other, is what stands in the tables.</summary>
public sealed class TimelineRowsTests(TestService service) : IClassFixture<TestService>
{
    private const string Removed = "removed";

    /// <summary>Written by statements when they come into being: their timeline begins with what is done to them.</summary>
    private static readonly Type[] BeginWithoutAct = [typeof(Trip), typeof(SightingRow)];

    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task Every_row_with_a_timeline_and_every_row_beneath_it_can_be_recomputed_from_its_acts()
    {
        await FiledReturnedAndFiledAgainWithOtherTrucks();
        await OrdersInEveryState();
        await _service.Settle();

        var (differences, compared) = await _service.Look(Differences);

        Assert.Empty(differences);
        Assert.Superset(
            new HashSet<string> { "Order", "OrderStop", "Filing", "FilingTruck", "Job", "Trip", "Lead", "Truck", "Organisation" },
            compared
        );
    }

    [Fact]
    public async Task An_act_on_an_order_names_the_stops_it_changed_and_no_others()
    {
        var order = await Published(2);

        await Stop(order, 1, "begin");
        await Stop(order, 1, "done", new { m3 = 1.5 });

        var acts = await _service.Look(db => db.Timeline.Where(act => act.Key == order).OrderBy(act => act.Id).ToListAsync());
        Assert.Equal(["publish", "begin", "done"], acts.Select(act => act.Act));
        Assert.Equal(
            ["1 2", "1", "1"],
            acts.Select(act => string.Join(' ', StopsOf(act).Select(stop => stop.GetProperty("K").GetInt32())))
        );
        Assert.Equal(("done", 1.5m), (StopsOf(acts[2])[0].Text("State"), StopsOf(acts[2])[0].GetProperty("DoneM3").GetDecimal()));
        Assert.False(StopsOf(acts[2])[0].TryGetProperty("BegunAt", out _));
    }

    [Fact]
    public async Task A_stop_that_changes_without_an_act_on_its_order_is_not_saved()
    {
        var number = await Published(1);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _service.Look(async db =>
            {
                var order = await db.Orders.SingleAsync(known => known.Number == number);
                db.Entry(order.Stops[0]).Property(stop => stop.SkipReason).CurrentValue = "x";
                return await db.SaveChangesAsync();
            })
        );

        Assert.Contains("OrderStop", failure.Message, StringComparison.Ordinal);
    }

    private async Task FiledReturnedAndFiledAgainWithOtherTrucks()
    {
        var number = await _service.Filed();
        await _service.Station.Post($"filings/{number}/return", new { defects = new[] { "缺协议" } }).MustBe(200);
        var body = Make.Filing(_service.At("10:00"), _service.At("15:00"), Make.Plate(2), trips: 2);
        body.Remove("submit");
        await _service.Clerk.Put($"filings/{number}", body).MustBe(200);
        await _service.Clerk.Post($"filings/{number}/submission").MustBe(200);
        await _service.Record(number).MustBe(200);
        _service.Move("10:30");
        await _service.Load(number, 1, Make.Plate(2)).MustBe(200);
        await _service.Receive(number, 1, Make.Plate(2), m3: 2).MustBe(200);
    }

    private async Task OrdersInEveryState()
    {
        var (declined, cancelled, received) = (await Published(1), await Published(1), await Published(3));
        await _service.Hauler.Post($"orders/{declined}/decline", new { reason = "车坏" }).MustBe(200);
        await _service.Centre.Post($"orders/{cancelled}/cancellation", new { reason = "改期" }).MustBe(200);
        await Stop(received, 1, "begin");
        await Stop(received, 1, "done", new { m3 = 2 });
        await Stop(received, 2, "skip", new { reason = "堵车" });
        await _service.Plant.Post($"trips/{received}-1/rejection", new { reason = "超标" }).MustBe(200);
    }

    private async Task<string> Published(int stops)
    {
        var ids = new List<string>();
        for (var k = 0; k < stops; k++)
        {
            ids.Add((await _service.Centre.Post("jobs", Make.Job(2)).MustBe(201))["id"]!);
        }

        var (from, to) = (_service.At("10:00"), _service.At("12:00"));
        var body = Make.Order(from, to, [.. ids.Select(job => (object)new { job })], Make.Plate(3));
        var number = (await _service.Centre.Post("orders", body).MustBe(201))["number"]!;
        _service.Move("10:30");
        return number;
    }

    private Task<Reply> Stop(string order, int k, string act, object? body = null) =>
        _service.Hauler.Post($"orders/{order}/stops/{k}/{act}", body).MustBe(200);

    private static List<JsonElement> StopsOf(TimelineEntry act) =>
        [.. JsonDocument.Parse(act.Changes!).RootElement.GetProperty(nameof(Order.Stops)).EnumerateArray()];

    /// <summary>Column by column; and the kinds of rows that were there to compare.</summary>
    private static async Task<(List<string> Differences, HashSet<string> Compared)> Differences(FilingDb db)
    {
        var (differences, compared) = (new List<string>(), new HashSet<string>());
        var types = db.Model.GetEntityTypes().Where(type => typeof(ISubject).IsAssignableFrom(type.ClrType));
        foreach (var type in types)
        {
            foreach (var row in await AllOf(db, type.ClrType))
            {
                var told = await Told(db, ((ISubject)row).Ref);
                var subject = db.Entry(row);
                Compare(subject, told.Columns, !BeginWithoutAct.Contains(type.ClrType));
                foreach (var list in type.GetNavigations().Where(list => list.IsCollection))
                {
                    await subject.Collection(list.Name).LoadAsync();
                    var parts = subject.Collection(list.Name).CurrentValue!.Cast<object>().Select(db.Entry).ToList();
                    var toldParts = told.Parts.GetValueOrDefault(list.Name, []);
                    if (parts.Count != toldParts.Count)
                    {
                        differences.Add($"{subject.Metadata.DisplayName()} has {parts.Count} {list.Name}, told are {toldParts.Count}");
                    }

                    parts.ForEach(part => Compare(part, toldParts.GetValueOrDefault(KeyOf(part), []), isWhole: true));
                }
            }
        }

        return (differences, compared);

        void Compare(EntityEntry row, Row told, bool isWhole)
        {
            compared.Add(row.Metadata.DisplayName());
            foreach (var column in row.Properties.Where(column => isWhole || told.ContainsKey(column.Metadata.Name)))
            {
                var isKept = column.Metadata.IsConcurrencyToken || column.Metadata.FindAnnotation("Timeline") is not null;
                var (stored, said) = (Stored(column), Text(told.GetValueOrDefault(column.Metadata.Name)));
                if (!isKept && stored != said)
                {
                    differences.Add($"{row.Metadata.DisplayName()}.{column.Metadata.Name} is {stored}, told is {said}");
                }
            }
        }
    }

    private static async Task<List<object>> AllOf(FilingDb db, Type type)
    {
        var rows = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, null)!;
        return await rows.ToListAsync();
    }

    private static async Task<(Row Columns, Dictionary<string, Dictionary<string, Row>> Parts)> Told(FilingDb db, SubjectRef subject)
    {
        var (columns, parts) = (new Row(), new Dictionary<string, Dictionary<string, Row>>());
        var acts = await db
            .Timeline.AsNoTracking()
            .Where(act => act.Subject == subject.Kind && act.Key == subject.Key && act.Changes != null)
            .OrderBy(act => act.Id)
            .ToListAsync();
        foreach (var member in acts.SelectMany(act => JsonDocument.Parse(act.Changes!).RootElement.EnumerateObject()))
        {
            if (member.Value.ValueKind != JsonValueKind.Array)
            {
                columns[member.Name] = member.Value;
                continue;
            }

            var list = parts.TryGetValue(member.Name, out var known) ? known : parts[member.Name] = [];
            foreach (var part in member.Value.EnumerateArray())
            {
                var key = KeyOf(db.Model.GetEntityTypes().Single(type => type.ClrType == PartOf(subject.Kind)), part);
                if (part.TryGetProperty(Removed, out _))
                {
                    list.Remove(key);
                    continue;
                }

                var row = list.TryGetValue(key, out var before) ? before : list[key] = [];
                foreach (var column in part.EnumerateObject())
                {
                    row[column.Name] = column.Value;
                }
            }
        }

        return (columns, parts);
    }

    private static Type PartOf(SubjectKind kind) => kind == SubjectKind.Order ? typeof(OrderStop) : typeof(FilingTruck);

    private static string KeyOf(IEntityType type, JsonElement part) =>
        string.Join(' ', type.FindPrimaryKey()!.Properties.Select(column => Text(part.GetProperty(column.Name))));

    private static string KeyOf(EntityEntry part) =>
        string.Join(' ', part.Properties.Where(column => column.Metadata.IsPrimaryKey()).Select(Stored));

    private static string Stored(PropertyEntry column)
    {
        var converter = column.Metadata.GetTypeMapping().Converter;
        var value =
            column.CurrentValue is { } current && converter is not null ? converter.ConvertToProvider(current) : column.CurrentValue;
        return Text(JsonSerializer.SerializeToElement(value));
    }

    /// <summary>2 and 2.000 are one number.</summary>
    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Undefined => "null",
            JsonValueKind.Number when value.TryGetDecimal(out var number) => number.ToString(
                "0.################",
                CultureInfo.InvariantCulture
            ),
            _ => value.GetRawText(),
        };
}
