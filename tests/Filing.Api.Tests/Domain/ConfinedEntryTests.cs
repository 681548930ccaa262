using System.Globalization;
using FilingApi.Domain;
using static FilingApi.Tests.Domain.MakeOrder;

namespace FilingApi.Tests.Domain;

/// <summary>Facts §13: what is needed to begin in a confined space.</summary>
public sealed class ConfinedEntryTests
{
    private static readonly GasReading Good = new(20.9m, 2m, null, Now.AddMinutes(-10));

    [Fact]
    public void With_permit_two_watchers_and_good_air_the_work_begins() =>
        Assert.Empty(NewOrder(1).Begin(1, new ConfinedEntry("ZY-7", ["李四", "王五"], Good)));

    [Fact]
    public void All_missing_members_are_reported_at_once()
    {
        var refusals = NewOrder(1).Begin(1, new ConfinedEntry(" ", ["李四", " 李四 ", ""], null));

        Assert.Equal(["/permit", "/watchers", "/gas"], refusals.Select(refusal => refusal.Pointer));
        Assert.All(refusals, refusal => Assert.Equal("DSP-215", refusal.Code));
        Assert.Contains("two watchers", refusals[1].Sentence(Language.En), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("19.5", "10", "10", 30, "")]
    [InlineData("23.5", "0", null, 0, "")]
    [InlineData("19.4", "2", null, 5, "/gas/o2")]
    [InlineData("23.6", "2", null, 5, "/gas/o2")]
    [InlineData("20.9", "10.1", null, 5, "/gas/h2s")]
    [InlineData("20.9", "2", "10.1", 5, "/gas/lel")]
    [InlineData("20.9", "2", null, 31, "/gas/at")]
    [InlineData("20.9", "2", null, -1, "/gas/at")]
    [InlineData(null, null, null, 31, "/gas/at /gas/o2 /gas/h2s")]
    public void Readings_are_of_the_last_30_minutes_and_within_bounds(string? o2, string? h2s, string? lel, int minutesAgo, string pointers)
    {
        var gas = new GasReading(Number(o2), Number(h2s), Number(lel), Now.AddMinutes(-minutesAgo));

        var refusals = NewOrder(1).Begin(1, new ConfinedEntry("ZY-7", ["李四", "王五"], gas));

        Assert.Equal(pointers, string.Join(' ', refusals.Select(refusal => refusal.Pointer)));
    }

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
