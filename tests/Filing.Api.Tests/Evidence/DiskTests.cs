namespace FilingApi.Tests.Evidence;

public sealed class DiskTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_disk_that_is_nearly_full_takes_no_write_while_checks_go_on()
    {
        var at = service.NewDay();
        at.FreeBytes = 199L * 1024 * 1024;
        var before = await at.Rows();

        Assert.Equal("503 FIL-028", (await at.Clerk.Post("filings", Make.Filing(at.At("09:00"), at.At("12:00")))).Said);
        Assert.Equal(
            "503 FIL-028",
            (await at.Camera.Post("sightings", new[] { Make.Sighting("full-1", Make.Plate(1), at.At("08:00")) })).Said
        );
        Assert.Equal(200, (await at.Ask(Make.Plate(1))).Status);
        Assert.Equal(200, (await at.Anyone.Post("tokens", new { account = "squad", password = SmallTown.Password })).Status);
        Assert.Equal("degraded", (await at.Anyone.Get("/readyz").MustBe(200)).Body.GetProperty("parts").GetProperty("disk").Text("status"));
        Assert.Equal(before, await at.Rows());

        at.FreeBytes = long.MaxValue;
        Assert.Equal(201, (await at.Clerk.Post("filings", Make.Filing(at.At("09:00"), at.At("12:00")))).Status);
        Assert.Equal("ok", (await at.Anyone.Get("/readyz").MustBe(200)).Body.GetProperty("parts").GetProperty("disk").Text("status"));
    }
}
