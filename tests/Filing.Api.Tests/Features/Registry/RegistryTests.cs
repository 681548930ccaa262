namespace FilingApi.Tests.Features.Registry;

public sealed class RegistryTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task Registering_twice_is_refused()
    {
        var before = await service.Rows();

        Reply[] again =
        [
            await service.Admin.Post("towns", new { code = SmallTown.TownA, name = "x" }),
            await service.Admin.Post("organisations", Make.Organisations[0]),
            await service.Admin.Post("plants", Make.Plants[0]),
            await service.Admin.Post("trucks", Make.Truck("湘Ａ·１０００１", "yellow", "H1")),
        ];

        Assert.All(again, reply => Assert.Equal("409 FIL-026", reply.Said));
        Assert.Equal(before, await service.Rows());
    }

    [Fact]
    public async Task What_is_named_must_be_known()
    {
        var organisation = await service.Admin.Post(
            "organisations",
            new
            {
                code = "E9",
                kind = "enterprise",
                name = "x",
                town = "999",
            }
        );
        var truck = await service.Admin.Post("trucks", Make.Truck("湘A19999", "yellow", "H9"));

        Assert.Equal(["/town FIL-027"], organisation.Errors);
        Assert.Equal(["/owner FIL-027"], truck.Errors);
    }

    [Fact]
    public async Task A_new_truck_may_be_filed_at_once()
    {
        var at = service.NewDay();
        var filing = Make.Filing(at.At("09:00"), at.At("12:00"), "湘A18888");
        var before = await at.Clerk.Post("filings", filing);

        await at.Admin.Post("trucks", Make.Truck("湘A18888", "yellow", "H1")).MustBe(201);

        Assert.Equal("422 FIL-110", before.Said);
        Assert.Equal(201, (await at.Clerk.Post("filings", filing)).Status);
    }

    [Fact]
    public async Task All_faults_of_a_plant_are_named_at_once()
    {
        var body = new
        {
            code = "P 1",
            name = "",
            point = new { lat = 1, lon = 1 },
            radiusM = 0,
            opens = "25:00",
            closes = "x",
            accepts = Array.Empty<string>(),
        };

        var reply = await service.Admin.Post("plants", body);

        Assert.Equal(
            ["/closes FIL-003", "/code FIL-003", "/name FIL-010", "/opens FIL-003", "/point FIL-012", "/radiusM FIL-011"],
            reply.Errors
        );
    }

    [Fact]
    public async Task A_hauler_sees_its_own_trucks_and_an_enterprise_no_other_enterprise()
    {
        var trucks = await service.As("hauler2").Get("trucks");
        var organisations = await service.Clerk.Get("organisations");
        var plants = await service.Clerk.Get("plants");

        Assert.All(trucks.Items(), truck => Assert.Equal("H2", truck.Text("owner")));
        Assert.Equal(4, trucks.Items().Count);
        Assert.Equal(
            ["E1"],
            organisations
                .Items()
                .Where(organisation => organisation.Text("kind") == "enterprise")
                .Select(organisation => organisation.Text("code"))
        );
        Assert.Equal(["P1", "P2", "P3"], plants.Items().Select(plant => plant.Text("code")));
    }
}
