namespace FilingApi.Tests.Features.Checks;

public sealed class PublicCheckTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task Anyone_learns_filed_or_not_and_nothing_else()
    {
        await _service.Recorded();
        _service.Move("09:30");

        var reply = await _service.Anyone.Get($"public/checks/{Uri.EscapeDataString(Make.Plate(1))}");

        Assert.Equal($$"""{"filed":true,"town":"永安镇","day":"{{_service.Today:yyyy-MM-dd}}"}""", reply.Text);
    }

    [Fact]
    public async Task Pending_emergency_revoked_and_nonsense_all_look_the_same()
    {
        await _service.Filed();
        await _service.Filed(Make.Plate(2), emergency: true);
        var revoked = await _service.Recorded(Make.Plate(3));
        _service.Move("09:30");
        await _service.Station.Post($"filings/{revoked}/revocation", new { reason = "x" }).MustBe(200);

        string[] plates = [Make.Plate(1), Make.Plate(2), Make.Plate(3), Make.Stranger, "nonsense", "䶮𠮷", new string('x', 300), "%00"];
        var replies = new List<string>();
        foreach (var plate in plates)
        {
            replies.Add((await _service.Anyone.Get($"public/checks/{Uri.EscapeDataString(plate)}")).Must(200).Text);
        }

        Assert.Equal($$"""{"filed":false,"town":"永安镇","day":"{{_service.Today:yyyy-MM-dd}}"}""", Assert.Single(replies.Distinct()));
    }
}
