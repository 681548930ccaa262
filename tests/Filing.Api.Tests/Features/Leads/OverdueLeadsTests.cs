namespace FilingApi.Tests.Features.Leads;

/// <summary>R12: a lead is overdue from the moment after it was due until it is closed.</summary>
public sealed class OverdueLeadsTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task The_list_shows_overdue_leads_over_a_weekend()
    {
        var id = await Mismatch();
        var due = (await _service.Squad.Get($"leads/{id}")).Instant("dueAt")!.Value;

        _service.Clock.MoveTo(due);
        var inTime = Ids(await _service.Squad.Get("leads?overdue=true&status=open"));
        _service.Clock.MoveTo(due.AddMilliseconds(1));
        var late = Ids(await _service.Squad.Get("leads?overdue=true&kind=volume-mismatch"));
        var others = Ids(await _service.Squad.Get("leads?overdue=false"));

        Assert.DoesNotContain(id, inTime);
        Assert.Contains(id, late);
        Assert.DoesNotContain(id, others);
        Assert.Equal("422 FIL-017", (await _service.Squad.Get("leads?overdue=maybe")).Said);
    }

    private async Task<string> Mismatch()
    {
        var number = await _service.Recorded();
        _service.Move("09:30");
        await _service.Load(number, 1).MustBe(200);
        await _service.Receive(number, 1, m3: 5).MustBe(200);
        return $"volume-mismatch-{number}-1";
    }

    private static IEnumerable<string?> Ids(Reply reply) => reply.Must(200).Items().Select(item => item.Text("id"));
}
