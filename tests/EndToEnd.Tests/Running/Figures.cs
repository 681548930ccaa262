using System.Globalization;

namespace EndToEnd.Tests.Running;

/// <summary>The output of a program at <c>/metrics</c>.</summary>
internal static class Figures
{
    /// <summary>One metric, summed over all other labels; 0 before its first value.</summary>
    /// <param name="http">The program.</param>
    /// <param name="name">The name, with the required labels in braces.</param>
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

    /// <summary>The names of all metrics.</summary>
    public static async Task<IReadOnlySet<string>> Names(HttpClient http, string path) =>
        (await Lines(http, path)).Select(line => line.Split('{', ' ')[0]).ToHashSet();

    public static async Task<IEnumerable<string>> Lines(HttpClient http, string path) =>
        (await http.GetStringAsync(new Uri(path, UriKind.Relative))).Split('\n').Where(line => line.Length > 0 && line[0] != '#');
}
