using System.Text;
using FilingApi.Features.Exchange;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Features.Exchange;

/// <summary>The town's villages, parks and roads, and what lies far from them.</summary>
public sealed class PlacesTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_list_of_places_is_taken_changed_and_goes_out_again()
    {
        var first = await Csv("name,kind,lat,lon\n永和村,village,28.22,113.29\n产业园,园区,28.23,113.29\n北路,road,2.2,200\n");
        var second = await Csv("name,kind,lat,lon,datum\n永和村,village,28.2066684,113.2857225,gcj02\n产业园,park,28.23,113.29,\n");
        var kept = await service.Look(db => db.Places.AsNoTracking().SingleAsync(place => place.Name == "永和村"));
        var file = await service.Admin.Download("exports/places?format=xlsx");
        var third = await service.Admin.Send(HttpMethod.Post, "imports/places", file, SheetFile.Xlsx);

        Assert.Equal((200, "1", "2"), (first.Status, first["added"], first["refused"]));
        Assert.Equal(("1", "1"), (second["added"], second["changed"]));
        Assert.Equal((28.21, 113.28), (Math.Round(kept.Lat, 5), Math.Round(kept.Lon, 5)));
        Assert.Equal(("0", "0", "0"), (third["added"], third["changed"], third["refused"]));
    }

    [Fact]
    public async Task A_site_far_from_the_town_tells_its_reviewer_how_far()
    {
        var at = service.NewDay();
        var body = Make.Filing(at.At("09:00"), at.At("12:00"));
        var near = await at.Filed(body);
        body["site"]!["point"] = new System.Text.Json.Nodes.JsonObject { ["lat"] = 39.915, ["lon"] = 116.404 };
        var far = await at.Filed(body);

        var (nearby, away) = (await at.Station.Get($"filings/{near}"), await at.Station.Get($"filings/{far}"));

        Assert.Equal(System.Text.Json.JsonValueKind.Null, nearby.Body.GetProperty("farKm").ValueKind);
        Assert.InRange(away.Body.GetProperty("farKm").GetDouble(), 1_300, 1_360);
    }

    private Task<Reply> Csv(string table) =>
        service.Admin.Send(HttpMethod.Post, "imports/places", Encoding.UTF8.GetBytes(table), SheetFile.Csv);
}
