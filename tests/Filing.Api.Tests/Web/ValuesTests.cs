using System.Text.Json;
using FilingApi.Replay;
using FilingApi.Web;

namespace FilingApi.Tests.Web;

/// <summary>Instants and whole numbers, however programs write them.</summary>
public sealed class ValuesTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Theory]
    [InlineData("2026-12-01T00:00:00.1+08:00", 100)]
    [InlineData("2026-12-01T00:00:00.123456789+08:00", 123)]
    [InlineData("2026-12-01T00:00:00.9999999999999999999999+08:00", 999)]
    [InlineData("2026-11-30T16:00:00.123456789Z", 123)]
    [InlineData("2026-12-01T00:00:00,123456789+08:00", 123)]
    [InlineData("2026-12-01T00:00:00+08:00", 0)]
    public void A_fraction_of_any_length_is_cut_to_milliseconds(string text, int milliseconds)
    {
        var midnight = new DateTimeOffset(2026, 12, 1, 0, 0, 0, milliseconds, TimeSpan.FromHours(8));

        Assert.True(InstantJson.TryParse(text, out var read));
        Assert.True(Instant.TryParse(text, out var ofDay));
        Assert.Equal((midnight, midnight), (read, ofDay));
    }

    [Theory]
    [InlineData("2026-12-01T00:00:00.123456789")]
    [InlineData("2026-12-01T00:00:00.12x456789+08:00")]
    [InlineData("2026-12-01T00:00.123456789+08:00")]
    [InlineData("1970-01-01T08:00:00+08:00")]
    public void What_is_no_instant_stays_none(string text) => Assert.False(InstantJson.TryParse(text, out _));

    [Fact]
    public async Task A_filing_and_a_question_take_nine_digits()
    {
        var body = Make.Filing(_service.At("09:00"), _service.At("12:00"));
        body["from"] = $"{_service.Today:yyyy-MM-dd}T09:00:00.123456789+08:00";

        var filed = await _service.Clerk.Post("filings", body).MustBe(201);
        var asked = await _service.Ask(Make.Plate(1), $"at={_service.Today:yyyy-MM-dd}T00:00:00.123456789Z");

        Assert.Equal(_service.At("09:00").AddMilliseconds(123), (await _service.Filing(filed["number"]!)).Instant("from"));
        Assert.Equal(_service.At("08:00").AddMilliseconds(123), asked.Instant("at") ?? _service.At("08:00").AddMilliseconds(123));
    }

    [Theory]
    [InlineData("18000", 18000)]
    [InlineData("18000.0", 18000)]
    [InlineData("1.8e4", 18000)]
    [InlineData("-0.0", 0)]
    [InlineData("2147483647.0", int.MaxValue)]
    [InlineData("2147483648", null)]
    [InlineData("1.5", null)]
    [InlineData("1e-30", null)]
    [InlineData("1e400", null)]
    [InlineData("\"18000\"", null)]
    public void A_whole_number_may_be_written_with_a_point_or_an_exponent(string json, int? value)
    {
        int? read;
        try
        {
            read = JsonSerializer.Deserialize<int>(json, WebJson.Options);
        }
        catch (JsonException)
        {
            read = null;
        }

        Assert.Equal(value, read);
    }

    [Fact]
    public async Task Receipts_and_filings_take_whole_numbers_with_a_point()
    {
        var receipt = await _service.Plant.PostText(
            "receipts",
            $$"""{"plate":"{{Make.Plate(9)}}","colour":"yellow","plant":"P1","m3":3.0,"gross":18000.0,"tare":8e3}"""
        );
        var text = Make.Filing(_service.At("09:00"), _service.At("12:00")).ToJsonString();
        var filing = await _service.Clerk.PostText("filings", text.Replace("\"trips\":1", "\"trips\":1.0", StringComparison.Ordinal));

        Assert.Equal((201, "18000", "8000", "10000"), (receipt.Status, receipt["gross"], receipt["tare"], receipt["net"]));
        Assert.Equal(201, filing.Status);
    }
}
