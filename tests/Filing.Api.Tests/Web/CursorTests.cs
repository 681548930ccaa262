using System.Text;
using System.Text.Json;

namespace FilingApi.Tests.Web;

/// <summary>A list read page by page, while rows are added, gives every row that was there at the start exactly once.</summary>
public sealed class CursorTests(TestService service) : IClassFixture<TestService>
{
    private const int Rows = 210;
    private readonly TestService _service = service.NewDay();

    [Theory]
    [InlineData("filings")]
    [InlineData("jobs")]
    [InlineData("orders")]
    [InlineData("sightings")]
    [InlineData("trucks")]
    [InlineData("organisations")]
    [InlineData("acts")]
    public async Task Pages_neither_repeat_nor_leave_out_a_row_while_others_are_added(string list)
    {
        await Add(list, Rows);
        var whole = await Keys(list, _ => Task.CompletedTask);

        var added = 0;
        var read = await Keys(list, async _ => await Add(list, 3, prefix: 1000 + (added++ * 3)));

        Assert.True(whole.Count >= Rows);
        Assert.Equal(whole.Count, whole.Distinct().Count());
        Assert.Equal(read.Count, read.Distinct().Count());
        Assert.Empty(whole.Except(read));
    }

    private async Task<List<string>> Keys(string list, Func<int, Task> afterEachPage)
    {
        List<string> keys = [];
        for (string? next = ""; next is not null; )
        {
            var page = await Reader(list).Get(next.Length == 0 ? list : $"{list}?cursor={next}").MustBe(200);
            keys.AddRange(page.Items().Select(item => Key(list, item)));
            next = page["next"];
            await afterEachPage(keys.Count);
        }

        return keys;
    }

    private static string Key(string list, JsonElement item) =>
        list switch
        {
            "filings" or "orders" => item.Text("number")!,
            "trucks" => $"{item.Text("plate")} {item.Text("colour")}",
            "organisations" => item.Text("code")!,
            "acts" => $"{item.Text("what")} {item.Text("subject")} {item.Text("at")}",
            _ => item.Text("id")!,
        };

    private Api Reader(string list) =>
        list switch
        {
            "filings" => _service.Clerk,
            "jobs" or "orders" => _service.Centre,
            "sightings" => _service.Squad,
            _ => _service.Admin,
        };

    private async Task Add(string list, int count, int prefix = 0)
    {
        var numbers = Enumerable.Range(prefix, count).ToList();
        switch (list)
        {
            case "filings":
                foreach (var _ in numbers)
                {
                    await _service
                        .Clerk.Post("filings", Make.Filing(_service.At("09:00"), _service.At("12:00"), submit: false))
                        .MustBe(201);
                }
                break;
            case "jobs":
                foreach (var _ in numbers)
                {
                    await _service.Centre.Post("jobs", Make.Job()).MustBe(201);
                }
                break;
            case "orders":
                foreach (var _ in numbers)
                {
                    await _service.Centre.Post("orders", Make.Order(_service.At("10:00"), _service.At("11:00"))).MustBe(201);
                }
                break;
            case "sightings":
                await _service
                    .Camera.Post(
                        "sightings",
                        numbers.Select(n => Make.Sighting($"cursor-{n}", Make.Plate(1), _service.At("08:00"))).ToArray()
                    )
                    .MustBe(202);
                break;
            case "trucks":
                await Import(
                    "trucks",
                    "plate,colour,owner,tankM3,payloadT,papersUntil",
                    numbers.Select(n => $"湘C{n:00000},yellow,H1,8,8,2030-01-01")
                );
                break;
            default:
                await Import("organisations", "code,kind,name,town", numbers.Select(n => $"N{list}{n},enterprise,厂,430181117"));
                break;
        }
    }

    private Task<Reply> Import(string list, string header, IEnumerable<string> rows) =>
        _service
            .Admin.Send(HttpMethod.Post, $"imports/{list}", Encoding.UTF8.GetBytes($"{header}\n{string.Join('\n', rows)}\n"), "text/csv")
            .MustBe(200);
}
