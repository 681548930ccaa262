namespace FilingApi.Tests.Map;

/// <summary>
/// What people paste for one and the same place, 28.21 N 113.28 E in WGS-84 (vectors of facts §4), and what is no place.
/// </summary>
public static class Points
{
    public const double Lat = 28.21;
    public const double Lon = 113.28;

    /// <summary>Text, and the datum that the writer chose beside it.</summary>
    public static readonly (string Text, string? Datum)[] There =
    [
        ("28.21, 113.28", null),
        ("113.28,28.21", null),
        ("２８．２１，１１３．２８", null),
        ("28.21 113.28", null),
        ("纬度28.21 经度113.28", null),
        ("28.21°N, 113.28°E", null),
        ("28°12′36″N 113°16′48″E", null),
        ("东经113°16'48\" 北纬28°12'36\"", null),
        ("113度16分48秒，28度12分36秒", null),
        ("28°12.6′ 113°16.8′", null),
        ("geo 28.21;113.28", null),
        ("28.2066684, 113.2857225", "gcj02"),
        ("113.2921482,28.2129948", "bd09"),
        ("https://uri.amap.com/marker?position=113.2857225,28.2066684&name=x", null),
        ("https://www.amap.com/?q=28.2066684,113.2857225,x", "bd09"),
        ("https://api.map.baidu.com/marker?location=28.2129948,113.2921482&title=x&output=html", null),
        ("https://api.map.baidu.com/marker?location=28.2066684,113.2857225&coord_type=gcj02&output=html", null),
        ("https://api.map.baidu.com/marker?location=28.21%2C113.28&coord_type=wgs84", null),
        ("https://apis.map.qq.com/uri/v1/marker?marker=coord:28.2066684,113.2857225;title:x", null),
        ("https://www.google.com/maps/@28.2066684,113.2857225,17z", null),
        ("https://www.google.com/maps/place/x/@28.9,113.9,17z/data=!3m1!4b1!4m5!3m4!3d28.2066684!4d113.2857225", null),
        ("https://maps.apple.com/?ll=28.2066684,113.2857225&q=x", null),
        ("https://www.openstreetmap.org/#map=17/28.21000/113.28000", null),
    ];

    public static readonly string[] Nowhere =
    [
        "",
        "二号宿舍",
        "28.21",
        "28.21, 28.3",
        "-28.21, 113.28",
        "https://surl.amap.com/4rYmN9z1x3q",
        "https://example.com/a?b=1.5&c=2.5",
        "%E",
    ];
}
