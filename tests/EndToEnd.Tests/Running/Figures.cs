using System.Globalization;

namespace EndToEnd.Tests.Running;

/// <summary>What a program shows at <c>/metrics</c>.</summary>
internal static class Figures
{
    /// <summary>One figure, all its other labels summed; 0 while it was never counted.</summary>
    /// <param name="http">The program.</param>
    /// <param name="name">With labels in braces, those that are wanted.</param>
    public static async Task<double> Of(HttpClient http, string name)
    {
        var (metric, labels) = name.IndexOf('{', StringComparison.Ordinal) is var at and >= 0
            ? (name[..at], name[(at + 1)..^1])
            : (name, "");
        return (await Lines(http, "/metrics"))
            .Where(line =>
                line.StartsWith(metric, StringComparison.Ordinal)
                && line.Length > metric.Length
                && line[metric.Length] is ' ' or '{'
                && line.Contains(labels, StringComparison.Ordinal)
            )
            .Sum(line => double.Parse(line[(line.LastIndexOf('}') + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture));
    }

    /// <summary>The names of all figures.</summary>
    public static async Task<IReadOnlySet<string>> Names(HttpClient http, string path) =>
        (await Lines(http, path)).Select(line => line.Split('{', ' ')[0]).ToHashSet();

    public static async Task<IEnumerable<string>> Lines(HttpClient http, string path) =>
        (await http.GetStringAsync(new Uri(path, UriKind.Relative))).Split('\n').Where(line => line.Length > 0 && line[0] != '#');
}
