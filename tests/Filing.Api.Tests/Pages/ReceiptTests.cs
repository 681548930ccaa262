namespace FilingApi.Tests.Pages;

/// <summary>What a receipt and a filing's page say of the truck on the road is the judge's answer (R3), at every moment.</summary>
public sealed class ReceiptTests(TestService service) : IClassFixture<TestService>
{
    private const string Ahead = "作业时段尚未开始";
    private const string InForce = "作业须在下列时段、地点内由下列车辆进行";
    private const string Emergency = "应急报备，环保站尚未决定";
    private const string NotInForce = "本回执现在不是有效备案";
    private readonly TestService _service = service.NewDay();

    [Theory]
    [InlineData("08:30", Ahead, false)]
    [InlineData("09:00", InForce, true)]
    [InlineData("12:00", InForce, true)]
    [InlineData("12:01", NotInForce, false)]
    public async Task A_record_is_in_force_within_its_window(string time, string words, bool letsLoad)
    {
        var number = await _service.Recorded();
        _service.Move(time);

        Assert.Equal((words, letsLoad), await Said(number));
    }

    [Theory]
    [InlineData("08:30", NotInForce, false)]
    [InlineData("09:30", NotInForce, false)]
    public async Task What_is_not_yet_decided_is_not_in_force(string time, string words, bool letsLoad)
    {
        var number = await _service.Filed();
        _service.Move(time);

        Assert.Equal((words, letsLoad), await Said(number));
    }

    [Fact]
    public async Task An_undecided_emergency_lets_the_truck_start_within_its_window_only()
    {
        var number = await _service.Filed(emergency: true);
        _service.Move("09:30");
        var within = await Said(number);
        _service.Move("12:30");

        Assert.Equal((Emergency, true), within);
        Assert.Equal((NotInForce, false), await Said(number));
    }

    [Fact]
    public async Task A_completed_a_revoked_and_a_withdrawn_record_are_not_in_force()
    {
        var completed = await _service.Recorded();
        var revoked = await _service.Recorded(Make.Plate(2), trips: 2);
        var withdrawn = await _service.Recorded(Make.Plate(3), trips: 2);
        _service.Move("09:30");
        await _service.Load(completed, 1).MustBe(200);
        await _service.Receive(completed, 1).MustBe(200);
        await _service.Station.Post($"filings/{revoked}/revocation", new { reason = "偷排" }).MustBe(200);
        await _service.Clerk.Post($"filings/{withdrawn}/withdrawal").MustBe(200);

        foreach (var number in new[] { completed, revoked, withdrawn })
        {
            Assert.Equal((NotInForce, false), await Said(number));
        }
    }

    /// <summary>The receipt's words on being in force, and whether the filing's page offers to load.</summary>
    private async Task<(string Words, bool LetsLoad)> Said(string number)
    {
        var word = (await _service.Filing(number))["checkWord"];
        var receipt = (await _service.Anyone.Get($"filings/{number}/receipt?word={word}").MustBe(200)).Text;
        var page = (await _service.Clerk.Get($"../../filings/{number}").MustBe(200)).Text;
        var words = Assert.Single([Ahead, InForce, Emergency, NotInForce], receipt.Contains);
        return (words, page.Contains("handler=Load", StringComparison.Ordinal));
    }
}
