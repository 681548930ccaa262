namespace FilingApi.Tests.Features.Filings;

public sealed class ReadFilingsTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task An_enterprise_sees_only_its_own()
    {
        var number = await _service.Filed();

        Assert.Equal("404 FIL-020", (await _service.Clerk2.Get($"filings/{number}")).Said);
        Assert.DoesNotContain(number, await Numbers(_service.Clerk2, "filings"));
        Assert.Contains(number, await Numbers(_service.Clerk, "filings"));
    }

    [Fact]
    public async Task Only_callers_who_find_a_filing_in_the_list_can_open_it()
    {
        var numbers = new List<string> { await _service.Filed(), await _service.Recorded(Make.Plate(2)) };
        numbers.Add(
            (await _service.Clerk.Post("filings", Make.Filing(_service.At("09:00"), _service.At("12:00"), submit: false)).MustBe(201))[
                "number"
            ]!
        );

        var seen = 0;
        foreach (var reader in new[] { _service.Clerk, _service.Clerk2, _service.Station, _service.StationB, _service.Supervisor })
        {
            var listed = await Numbers(reader, "filings");
            foreach (var number in numbers)
            {
                var isListed = listed.Contains(number);
                Assert.Equal(isListed ? 200 : 404, (await reader.Get($"filings/{number}")).Status);
                seen += isListed ? 1 : 0;
            }
        }

        // The clerk's three; the station's and the supervisor's two that were submitted.
        Assert.Equal(3 + 0 + 2 + 0 + 2, seen);
    }

    [Fact]
    public async Task The_list_is_asked_by_status_plate_and_window()
    {
        var (number, other) = (await _service.Recorded(), await _service.Filed(Make.Plate(2)));
        var (from, to) = (
            Uri.EscapeDataString(Make.Instant(_service.At("12:00"))),
            Uri.EscapeDataString(Make.Instant(_service.At("23:00")))
        );

        var today = $"from={from}&to={to}";

        Assert.Equal([other, number], await Numbers(_service.Station, $"filings?{today}"));
        Assert.Equal([number], await Numbers(_service.Station, $"filings?status=recorded&{today}"));
        Assert.Equal([other], await Numbers(_service.Station, $"filings?plate={Uri.EscapeDataString("湘a·1 0002")}&{today}"));
        _service.Move("12:01");
        Assert.Equal([number], await Numbers(_service.Station, $"filings?status=expired&{today}"));
        Assert.Empty(await Numbers(_service.Station, $"filings?status=recorded&{today}"));
    }

    [Fact]
    public async Task A_long_list_comes_page_by_page_without_gap_or_repetition()
    {
        var numbers = new List<string>();
        for (var i = 0; i < 101; i++)
        {
            var draft = Make.Filing(_service.At("09:00"), _service.At("12:00"), submit: false);
            numbers.Add((await _service.Clerk2.Post("filings", draft).MustBe(201))["number"]!);
        }

        var first = await _service.Clerk2.Get("filings");
        var second = await _service.Clerk2.Get($"filings?cursor={first["next"]}");

        Assert.Equal(100, first.Items().Count);
        Assert.Null(second["next"]);
        Assert.Equal(numbers.AsEnumerable().Reverse(), first.Items().Concat(second.Items()).Select(item => item.Text("number")!));
    }

    [Theory]
    [InlineData("status=nonsense", "/status FIL-017")]
    [InlineData("plate=nonsense", "/plate FIL-017")]
    [InlineData("cursor=***", "/cursor FIL-017")]
    [InlineData("cursor=AAAA", "/cursor FIL-017")]
    [InlineData("from=2026-03-02T08:00:00", "/from FIL-017")]
    [InlineData("from=0001-01-01T00:00:00Z&to=x&status=1", "/from FIL-017", "/status FIL-017", "/to FIL-017")]
    public async Task Wrong_parameters_are_all_named(string query, params string[] errors)
    {
        var reply = await _service.Station.Get($"filings?{query}");

        Assert.Equal(422, reply.Status);
        Assert.Equal(errors, reply.Errors);
    }

    private static async Task<IReadOnlyList<string?>> Numbers(Api api, string path) =>
        [.. (await api.Get(path).MustBe(200)).Items().Select(item => item.Text("number"))];
}
