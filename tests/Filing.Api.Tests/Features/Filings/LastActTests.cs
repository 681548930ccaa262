using FilingApi.Features.Filings;

namespace FilingApi.Tests.Features.Filings;

public sealed class LastActTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("record", "此件已由 station 于 08:30 备案", "This filing was recorded by station at 08:30")]
    [InlineData("return", "此件已由 station 于 08:30 退回", "This filing was returned by station at 08:30")]
    [InlineData("refuse", "此件已由 station 于 08:30 决定不予备案", "This filing was refused by station at 08:30")]
    [InlineData("withdraw", "此件已由 station 于 08:30 撤回", "This filing was withdrawn by station at 08:30")]
    [InlineData("revoke", "此件已由 station 于 08:30 撤销备案", "This filing was revoked by station at 08:30")]
    public void It_says_who_did_what_when(string act, string zh, string en) =>
        Assert.Equal((zh, en), Said(Entry(act, Now.AddMinutes(-30))));

    [Fact]
    public void Of_another_day_it_says_the_date() =>
        Assert.Equal("此件已由 station 于 2026-03-01 09:00 备案", Said(Entry("record", Now.AddDays(-1)))?.Zh);

    [Fact]
    public void What_the_system_remarks_afterwards_is_nobodys_act() =>
        Assert.Equal("此件已由 station 于 08:00 提交", Said(Entry("submit", Now.AddHours(-1)), Entry("escalate", Now))?.Zh);

    [Fact]
    public void Of_nothing_it_says_nothing() => Assert.Null(Said());

    private static (string Zh, string En)? Said(params TimelineView[] timeline) => LastAct.Of(timeline, Now);

    private static TimelineView Entry(string act, DateTimeOffset at) => new(1, act, at, "station", "S1", null);
}
