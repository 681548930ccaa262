using System.Globalization;

namespace Benchmarks;

/// <summary><c>planner [--long] [--seconds 1,10] [--seeds N] [--threads T] [--files a,b] [--iterations N] [--no-peer]</c>.</summary>
internal sealed class Options(string[] args)
{
    public bool Long => args.Contains("--long");
    public bool Peer => !args.Contains("--no-peer");
    public double[] Seconds => [.. Text("--seconds", "1,10").Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
    public int Seeds => int.Parse(Text("--seeds", "1"), CultureInfo.InvariantCulture);
    public int Threads => int.Parse(Text("--threads", "2"), CultureInfo.InvariantCulture);

    /// <summary>Instead of seconds: figures that do not depend on who else uses the machine.</summary>
    public long? Iterations => Text("--iterations", "") is { Length: > 0 } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;
    public string[] Files => Text("--files", "").Split(',', StringSplitOptions.RemoveEmptyEntries);
    public string Folder => Path.Combine(Text("--data", "tests/data"), "instances");

    private string Text(string name, string otherwise)
    {
        int at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
    }
}
