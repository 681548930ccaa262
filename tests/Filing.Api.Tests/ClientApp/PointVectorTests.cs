using System.Text.Json;
using Contracts.Register;
using FilingApi.Map;
using FilingApi.Tests.Map;
using FilingApi.Web;

namespace FilingApi.Tests.ClientApp;

/// <summary>The form and the service read the same place out of the same text.</summary>
public sealed class PointVectorTests
{
    [Fact]
    public async Task The_form_reads_a_point_exactly_as_the_service_does()
    {
        (string Text, string? Datum)[] all = [.. Points.There, .. Points.Nowhere.Select(text => (text, (string?)null))];
        var folder = Directory.CreateTempSubdirectory("points-");
        var bundle = Path.Combine(folder.FullName, "points.mjs");
        await Tool.Run("esbuild", "", "vectors/points.ts", "--bundle", "--platform=node", "--format=esm", $"--outfile={bundle}");

        var said = await Tool.Run(
            "node",
            JsonSerializer.Serialize(all.Select(item => new { item.Text, item.Datum }), WebJson.Options),
            bundle
        );
        var form = JsonSerializer.Deserialize<GeoPoint?[]>(said, WebJson.Options)!;

        var service = all.Select(item => PointText.Read(item.Text, item.Datum is null ? null : WireName<MapDatum>.Parse(item.Datum)))
            .ToList();
        Assert.Equal(Rounded(service), Rounded(form));
        folder.Delete(recursive: true);
    }

    private static IEnumerable<string?> Rounded(IEnumerable<GeoPoint?> points) =>
        points.Select(point => point is null ? null : $"{point.Lat:0.000000} {point.Lon:0.000000}");
}
