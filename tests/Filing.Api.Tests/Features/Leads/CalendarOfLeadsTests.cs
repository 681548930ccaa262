namespace FilingApi.Tests.Features.Leads;

/// <summary>R8: a year without a calendar is never guessed.</summary>
public sealed class CalendarOfLeadsTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_lead_without_a_due_moment_gets_it_with_the_calendar()
    {
        service.Clock.MoveTo(new DateTimeOffset(2039, 3, 1, 9, 0, 0, TimeSpan.FromHours(8)));
        var load = new
        {
            plate = Make.Stranger,
            plant = "P1",
            m3 = 5,
        };
        var arrival = await service.Plant.Post("receipts", load).MustBe(201);
        var path = $"leads/unfiled-load-{arrival["number"]}";
        var without = await service.Squad.Get(path).MustBe(200);

        await service.Admin.Put("calendars/2039", new { off = new[] { "2039-01-03" }, work = Array.Empty<string>() }).MustBe(200);
        var with = await service.Squad.Get(path).MustBe(200);

        Assert.Null(without["dueAt"]);
        Assert.Equal(new DateTimeOffset(2039, 3, 4, 17, 30, 0, TimeSpan.FromHours(8)), with.Instant("dueAt"));
        Assert.Equal(without.ETag, with.ETag);
    }
}
