using System.Globalization;
using System.Text.RegularExpressions;
using Contracts.Register;

namespace FilingApi.Map;

/// <summary>
/// Reads a point out of what people paste: a pair in either order, degrees with minutes, or a link of a common map. In China no number
/// can be both a latitude and a longitude, so the order needs no question. <c>ClientApp/pages/filing/point.ts</c> reads the same.
/// </summary>
public static partial class PointText
{
    private const string Link = "://";

    /// <param name="text">What was pasted.</param>
    /// <param name="said">The datum that the writer names; a link's own map is believed first.</param>
    public static GeoPoint? Read(string? text, MapDatum? said)
    {
        var plain = Plain(text ?? "");
        var datum = DatumOf(plain) ?? said ?? MapDatum.Wgs84;
        return Pair(plain) is { } found ? datum.ToWgs84(found) : null;
    }

    private static GeoPoint? Pair(string text)
    {
        var isLink = text.Contains(Link, StringComparison.Ordinal);
        if (isLink && Pinned().Match(text) is { Success: true } pinned)
        {
            return Ordered(Number(pinned.Groups[1]), Number(pinned.Groups[2]));
        }

        List<double> numbers = isLink ? [] : [.. Degrees().Matches(text).Select(OfDegrees)];
        if (numbers.Count < 2)
        {
            numbers = [.. (isLink ? Fractions() : Numbers()).Matches(text).Select(match => Number(match.Groups[0]))];
        }

        return numbers.Zip(numbers.Skip(1), Ordered).FirstOrDefault(point => point is not null);
    }

    private static GeoPoint? Ordered(double first, double second) =>
        new GeoPoint(first, second) is { IsPlausible: true } point ? point
        : new GeoPoint(second, first) is { IsPlausible: true } turned ? turned
        : null;

    private static double OfDegrees(Match match) =>
        Number(match.Groups[1]) + (Number(match.Groups[2]) / 60) + (Number(match.Groups[3]) / 3600);

    private static double Number(Group group) =>
        group.Success
            ? double.Parse(group.ValueSpan, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : 0;

    /// <summary>Percent signs decoded, full-width characters made narrow.</summary>
    private static string Plain(string text)
    {
        var plain = Uri.UnescapeDataString(text);
        return string.Create(
            plain.Length,
            plain,
            (span, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                {
                    span[i] = source[i] switch
                    {
                        >= '！' and <= '～' and var wide => char.ToLowerInvariant((char)(wide - 0xFEE0)),
                        '。' => '.',
                        '、' => ',',
                        var other => char.ToLowerInvariant(other),
                    };
                }
            }
        );
    }

    /// <summary>What a link says of its datum, or the map that it is of. Null where there is no link.</summary>
    private static MapDatum? DatumOf(string text)
    {
        if (!text.Contains(Link, StringComparison.Ordinal))
        {
            return null;
        }

        if (Said().Match(text) is { Success: true } said)
        {
            return said.Groups[1].Value switch
            {
                "wgs84" or "wgs84ll" => MapDatum.Wgs84,
                "gcj02" or "gcj02ll" => MapDatum.Gcj02,
                _ => MapDatum.Bd09,
            };
        }

        return Baidu().IsMatch(text) ? MapDatum.Bd09
            : Shifted().IsMatch(text) ? MapDatum.Gcj02
            : MapDatum.Wgs84;
    }

    [GeneratedRegex(@"!3d(-?\d+\.\d+)!4d(-?\d+\.\d+)")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"(\d{1,3}(?:\.\d+)?)\s*[°º度]\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′’分]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:[""″”秒]|''|′′))?")]
    private static partial Regex Degrees();

    [GeneratedRegex(@"-?\d+\.\d+")]
    private static partial Regex Fractions();

    [GeneratedRegex(@"-?\d+(?:\.\d+)?")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?:coord_?type|coordinate|coordsys)=(wgs84ll|wgs84|gcj02ll|gcj02|bd09ll|bd09)")]
    private static partial Regex Said();

    [GeneratedRegex(@"baidu")]
    private static partial Regex Baidu();

    [GeneratedRegex(@"amap|gaode|autonavi|map\.qq|apis\.map\.qq|tencent|google|goo\.gl|apple|weixin|wechat")]
    private static partial Regex Shifted();
}
