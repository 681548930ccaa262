namespace FilingApi.Tests.Features.Sightings;

/// <summary>R4: a doubtful sighting opens nothing by itself; a person's look does.</summary>
public sealed class ReviewSightingTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();
    private string Id => $"{_service.Today:MMdd}-doubtful";

    [Fact]
    public async Task A_confirmed_one_is_judged_at_its_own_moment_and_may_open_a_run()
    {
        await Report(confidence: 0.5);

        var reply = await Review("true");
        _service.Move("08:10");
        await _service.Settle();

        Assert.Equal("true", reply["review"]);
        Assert.Contains(Id, (await _service.Squad.Get("sightings?status=not-filed")).Items().Select(item => item.Text("senderId")));
        Assert.DoesNotContain(Id, (await _service.Squad.Get("sightings?status=doubtful")).Items().Select(item => item.Text("senderId")));
        Assert.Equal(["unregistered-run"], await _service.Leads(Make.Plate(1)));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("unclear")]
    public async Task One_that_is_not_confirmed_opens_nothing_and_waits_no_longer(string result)
    {
        await Report(confidence: 0.5);

        await Review(result).MustBe(200);
        _service.Move("08:10");
        await _service.Settle();

        Assert.DoesNotContain(Id, (await _service.Squad.Get("sightings?status=doubtful")).Items().Select(item => item.Text("senderId")));
        Assert.Empty(await _service.Leads(Make.Plate(1)));
    }

    [Fact]
    public async Task Only_what_waits_for_a_look_is_reviewed_and_that_once()
    {
        await Report(confidence: 0.5);
        await _service
            .Camera.Post(
                "sightings",
                new[]
                {
                    Make.Sighting($"{Id}-sure", Make.Plate(1), _service.At("08:00")),
                    Make.Sighting($"{Id}-refused", "no plate", _service.At("08:00")),
                }
            )
            .MustBe(202);
        await Review("false").MustBe(200);

        Assert.Equal("409 ENF-302", (await Review("true")).Said);
        Assert.Equal(
            "409 ENF-302",
            (await _service.Squad.Post($"sightings/{Make.SightingId("camera", $"{Id}-sure")}/review", new { result = "true" })).Said
        );
        Assert.Equal(
            "404 FIL-020",
            (await _service.Squad.Post($"sightings/{Make.SightingId("camera", $"{Id}-refused")}/review", new { result = "true" })).Said
        );
        Assert.Equal("404 FIL-020", (await _service.Squad.Post("sightings/none/review", new { result = "true" })).Said);
    }

    private Task<Reply> Review(string result) => _service.Squad.Post($"sightings/{Make.SightingId("camera", Id)}/review", new { result });

    private Task<Reply> Report(double confidence)
    {
        var item = Make.Sighting(Id, Make.Plate(1), _service.At("08:00"));
        item["confidence"] = confidence;
        return _service.Camera.Post("sightings", new[] { item }).MustBe(202);
    }
}
