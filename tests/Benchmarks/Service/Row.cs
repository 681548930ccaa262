using System.Globalization;

namespace Benchmarks.Service;

/// <summary>One line of the table: a figure beside its reference of the same run, what was to be reached, and what limits it.</summary>
internal sealed record Row(string What, string Figure, string Reference, string Reach, bool IsReached, string Limit)
{
    public static void Print(IReadOnlyList<Row> rows)
    {
        string[] head = ["what", "figure", "reference of the same run", "reach", "", "what limits it"];
        var table = rows.Select(row => new[] { row.What, row.Figure, row.Reference, row.Reach, row.IsReached ? "yes" : "NO", row.Limit })
            .Prepend(head)
            .ToList();
        foreach (var line in table)
        {
            Console.WriteLine(
                "| "
                    + string.Join(
                        " | ",
                        line.Select((cell, i) => i == head.Length - 1 ? cell : cell.PadRight(table.Max(other => other[i].Length)))
                    )
                    + " |"
            );
        }
    }

    public static string Number(double value, string form = "N0") => value.ToString(form, CultureInfo.InvariantCulture);

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[sorted.Length / 2];
    }

    public static double Percentile(IEnumerable<double> values, double part)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];
    }
}

/// <summary>
/// <c>--seconds N --pairs N --filings N --requests N --seed N --rounds N</c>: every row can be run short; <c>--only PART</c>: of the
/// faults, those whose name has it.
/// </summary>
internal sealed class Arguments(string[] args)
{
    public int Number(string name, int usual) => Text(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

    /// <summary>Empty: not given.</summary>
    public string Text(string name)
    {
        var at = Array.IndexOf(args, $"--{name}");
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : "";
    }
}
