namespace FilingApi.Tests.Features.Sightings;

/// <summary>The officer's note and photo of a sighting.</summary>
public sealed class KeepRecordTests(TestService service) : IClassFixture<TestService>
{
    private static readonly string Photo = Convert.ToBase64String([
        0xFF,
        0xD8,
        0xFF,
        0xE0,
        .. Enumerable.Range(0, 2000).Select(n => (byte)n),
    ]);

    [Fact]
    public async Task Note_and_photo_are_kept_beside_the_sighting_and_shown_to_squad_and_supervisor()
    {
        var id = await Reported("walk-1");

        var kept = await service.Squad.Put($"sightings/{id}/record", new { note = "停在路边抽吸", photo = Photo });

        Assert.Equal(200, kept.Status);
        foreach (var (reader, name) in new[] { (service.Squad, id), (service.Supervisor, Make.SightingId("squad", id)) })
        {
            var shown = await reader.Get($"sightings/{name}/record").MustBe(200);
            Assert.Equal(("停在路边抽吸", Photo, "squad"), (shown["note"], shown["photo"], shown["account"]));
        }
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_another_content_is_refused()
    {
        var id = await Reported("walk-2");
        var first = await service.Squad.Put($"sightings/{id}/record", new { note = "一", photo = Photo }).MustBe(200);
        service.Clock.MoveTo(service.Clock.GetUtcNow().AddMinutes(5));

        var again = await service.Squad.Put($"sightings/{id}/record", new { note = "一", photo = Photo });
        var other = await service.Squad.Put($"sightings/{id}/record", new { note = "二", photo = Photo });
        var without = await service.Squad.Put($"sightings/{id}/record", new { note = "一" });

        Assert.Equal((200, first["at"]), (again.Status, again["at"]));
        Assert.Equal(["409 ENF-108", "409 ENF-108"], [other.Said, without.Said]);
        Assert.Equal("一", (await service.Squad.Get($"sightings/{id}/record"))["note"]);
    }

    [Fact]
    public async Task Only_the_reporter_of_an_accepted_sighting_can_add_to_it()
    {
        var at = service.NewDay();
        await at.Camera.Post("sightings", new[] { Make.Sighting("camera-1", Make.Plate(5), at.At("08:00")) }).MustBe(202);
        await at.Squad.Post("sightings", new[] { Make.Sighting("walk-bad", "no plate", at.At("08:00"), "patrol") }).MustBe(202);

        Assert.Equal(
            "404 FIL-020",
            (await at.Squad.Put($"sightings/{Make.SightingId("camera", "camera-1")}/record", new { note = "x" })).Said
        );
        Assert.Equal("404 FIL-020", (await at.Squad.Put("sightings/walk-bad/record", new { note = "x" })).Said);
        Assert.Equal("404 FIL-020", (await at.Squad.Put("sightings/none/record", new { note = "x" })).Said);
        Assert.Equal("404 FIL-020", (await at.Squad.Get("sightings/camera-1/record")).Said);
    }

    [Fact]
    public async Task A_file_that_is_no_small_jpeg_is_refused_and_not_stored()
    {
        var id = await Reported("walk-3");
        var large = Convert.ToBase64String([0xFF, 0xD8, 0xFF, .. new byte[150 * 1024]]);

        foreach (var photo in new[] { "not base64!", Convert.ToBase64String("GIF89a"u8), large })
        {
            Assert.Equal("422 ENF-107", (await service.Squad.Put($"sightings/{id}/record", new { photo })).Said);
        }

        Assert.Equal("422 FIL-010", (await service.Squad.Put($"sightings/{id}/record", new { note = new string('字', 501) })).Said);
        Assert.Equal("404 FIL-020", (await service.Squad.Get($"sightings/{id}/record")).Said);
    }

    private async Task<string> Reported(string id)
    {
        var at = service.NewDay();
        await at.Squad.Post("sightings", new[] { Make.Sighting(id, Make.Plate(5), at.At("08:00"), "patrol") }).MustBe(202);
        return id;
    }
}
