using System.Globalization;

namespace FilingApi.Tests.Web;

public sealed class FiguresTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task A_deadline_is_late_by_the_clock_that_dates_it()
    {
        // Retention falls due each night: ahead of this day, and long past by the wall clock.
        await _service.Filed();

        var lines = (await _service.Anyone.Get("/metrics").MustBe(200)).Text.Split('\n');

        var late = Assert.Single(lines, line => line.StartsWith("filing_deadlines_late_seconds", StringComparison.Ordinal));
        Assert.Equal(0, double.Parse(late.Split(' ')[1], CultureInfo.InvariantCulture));
    }
}
