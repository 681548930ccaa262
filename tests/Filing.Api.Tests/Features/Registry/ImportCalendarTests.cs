using System.Text.Json.Nodes;

namespace FilingApi.Tests.Features.Registry;

/// <summary>R8: a year without a calendar is never guessed; what could not be said then is said when it is imported.</summary>
public sealed class ImportCalendarTests(TestService service) : IClassFixture<TestService>
{
    private static readonly DateTimeOffset LastDay = new(2026, 12, 31, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly object Calendar2027 = new { off = new[] { "2027-01-01" }, work = Array.Empty<string>() };

    [Fact]
    public async Task A_filing_without_a_due_moment_gets_it_and_its_escalation_with_the_calendar()
    {
        service.Clock.MoveTo(LastDay.AddMonths(-1).AddDays(-1));
        var november = await Calendar();
        service.Clock.MoveTo(LastDay);
        var december = await Calendar();
        var number = await service.Filed(Make.Filing(LastDay, LastDay.AddDays(6)));
        await service.Settle();
        var without = await service.Filing(number);
        var waiting = (await service.Station.Get("reviews")).Items().Single();
        service.Clock.MoveTo(LastDay.AddDays(1));
        await service.Settle();

        await service.Admin.Put("calendars/2027", Calendar2027).MustBe(200);
        await service.Settle();
        var with = await service.Filing(number);
        var inbox = (await service.Station.Get("reviews")).Items().Single();
        service.Clock.MoveTo(LastDay.AddDays(5));
        await service.Settle();
        var late = await service.Filing(number);

        Assert.Equal("ok", november.Text("status"));
        Assert.Equal("degraded", december.Text("status"));
        Assert.Contains("2027", december.Text("detail"), StringComparison.Ordinal);
        Assert.Null(without["dueAt"]);
        Assert.Null(waiting.Text("dueAt"));
        Assert.Equal(new DateTimeOffset(2027, 1, 4, 17, 30, 0, TimeSpan.FromHours(8)), with.Instant("dueAt"));
        Assert.Equal(
            with.Instant("dueAt"),
            DateTimeOffset.Parse(inbox.Text("dueAt") ?? "0001-01-01Z", System.Globalization.CultureInfo.InvariantCulture)
        );
        Assert.Equal(with.Instant("dueAt"), late.Instant("escalatedAt"));
        Assert.Equal("ok", (await Calendar()).Text("status"));
    }

    [Fact]
    public async Task A_day_of_another_year_is_refused_and_nothing_is_imported()
    {
        var reply = await service.Admin.Put(
            "calendars/2028",
            new { off = new[] { "2028-01-01", "2027-12-31" }, work = Array.Empty<string>() }
        );

        Assert.Equal("422 FIL-017", reply.Said);
        Assert.False(service.Get<FilingApi.Register.RosterIndex>().Now.WorkingDays.Knows(2028));
    }

    [Fact]
    public async Task A_day_that_is_none_is_refused_by_its_place()
    {
        var body = new JsonObject { ["off"] = new JsonArray("2028-02-30", "x"), ["work"] = new JsonArray() };

        var reply = await service.Admin.Put("calendars/2028", body);

        Assert.Equal(["/off/0 FIL-003", "/off/1 FIL-003"], reply.Errors);
    }

    private async Task<System.Text.Json.JsonElement> Calendar()
    {
        var ready = await service.Anyone.Get("/readyz").MustBe(200);
        return ready.Body.GetProperty("parts").GetProperty("calendar");
    }
}
