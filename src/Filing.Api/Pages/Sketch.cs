using System.Globalization;
using Contracts.Register;

namespace FilingApi.Pages;

/// <summary>A sketch of where a site and a plant lie to each other: north is up, no map data, no scale but the bar's.</summary>
public sealed record Sketch(double SiteX, double SiteY, double PlantX, double PlantY, double BarLength, string BarText, double Km)
{
    public const int Width = 320;
    public const int Height = 180;
    private const double Margin = 36;
    private const double MetresPerDegree = 111_195;
    private static readonly int[] Bars = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];

    public static Sketch Of(GeoPoint site, GeoPoint plant)
    {
        var east = (plant.Lon - site.Lon) * MetresPerDegree * Math.Cos(site.Lat * Math.PI / 180);
        var north = (plant.Lat - site.Lat) * MetresPerDegree;
        var scale = Math.Min(
            (Width - (2 * Margin)) / Math.Max(Math.Abs(east), 200),
            (Height - (2 * Margin)) / Math.Max(Math.Abs(north), 200)
        );
        var (dx, dy) = (east * scale / 2, north * scale / 2);
        var bar = Bars.LastOrDefault(metres => metres * scale <= 90, 100);
        return new Sketch(
            (Width / 2) - dx,
            (Height / 2) + dy,
            (Width / 2) + dx,
            (Height / 2) - dy,
            bar * scale,
            bar >= 1000 ? $"{bar / 1000} km" : $"{bar} m",
            site.MetresTo(plant) / 1000
        );
    }

    public static string At(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
