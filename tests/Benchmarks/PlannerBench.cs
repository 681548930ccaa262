using System.Globalization;
using System.Text.Json;
using DispatchWorker.Planning;
using DispatchWorker.Planning.Model;

namespace Benchmarks;

/// <summary>The planner on the public files: gap to the reference, jobs left out, rules broken, iterations per second, and OR-Tools
/// on a few of them; at the end the means by class beside the goals.</summary>
internal sealed class PlannerBench(Options options)
{
    private const string UpTo100 = "with emptying, up to 100";
    private const string TwoHundred = "with emptying, 200";
    private const string Thousand = "1000 jobs";
    private const string Solomon = "Solomon 100";

    private static readonly string[] WithPeer = ["emptying-R201-50", "reload-R208", "reload-R2_2_05", "window-R112"];
    private static readonly string[] Long =
    [
        "emptying-R201-100",
        "emptying-RC203-100",
        "emptying-R2_2_05-200",
        "reload-R2_2_05",
        "emptying-R1_10_5-1000",
        "window-R1_10_5",
    ];
    private readonly Dictionary<(string Class, double Seconds), List<double>> _gaps = [];
    private int _left;
    private int _broken;

    public void Run()
    {
        using var references = JsonDocument.Parse(File.ReadAllText(Path.Combine(options.Folder, "references.json")));
        Console.WriteLine(
            $"{"file", -28} {"s", 4} {"gap %", 7} {"best", 7} {"worst", 7} {"left out", 8} {"broken", 6} {"rounds/s", 9}"
                + "   OR-Tools 9.15: gap %, left out"
        );
        foreach (var seconds in options.Seconds.Concat(options.Long ? [60.0] : []))
        {
            foreach (var reference in references.RootElement.EnumerateObject())
            {
                var wanted = options.Files.Length == 0 || options.Files.Any(reference.Name.Contains);
                if (wanted && (seconds < 60 || Long.Contains(reference.Name)))
                {
                    Row(reference.Name, reference.Value.GetProperty("distance").GetDouble(), seconds);
                }
            }
        }

        Console.WriteLine();
        Console.WriteLine($"{"class", -28} {"s", 4} {"gap %", 7} {"must", 6} {"aim", 6}   optimal");
        foreach (var ((name, seconds), values) in _gaps)
        {
            var (must, aim) = Goal(name, options.Iterations is null ? seconds : 0);
            Console.WriteLine(
                $"{name, -28} {seconds, 4} {values.Average(), 7:0.00} {must, 6:0.0} {aim, 6:0.0}"
                    + $"   {values.Count(gap => gap < 0.005)} of {values.Count} medians"
            );
        }

        Console.WriteLine($"{"left out in all", -28} {"", 4} {_left, 7} {0, 6}");
        Console.WriteLine($"{"rules broken in all", -28} {"", 4} {_broken, 7} {0, 6}");
    }

    /// <summary>Mean gap in %. Of the one-day rounds 95 % must be optimal, which the last column shows.</summary>
    private static (double? Must, double? Aim) Goal(string name, double seconds) =>
        (name, seconds) switch
        {
            (UpTo100, 1) => (4, 2),
            (UpTo100, 10) => (1, 0.5),
            (UpTo100, 60) => (0.5, 0.2),
            (TwoHundred, 1) => (8, 5),
            (TwoHundred, 10) => (3, 1.5),
            (TwoHundred, 60) => (1.5, 0.8),
            (Thousand, 10) => (6, 4),
            (Thousand, 60) => (3, 2),
            (Solomon, 10) => (0.5, 0.2),
            _ => (null, null),
        };

    private void Row(string name, double reference, double seconds)
    {
        var problem = Read(options.Folder, name);
        double Gap(double distance) => (distance / reference - 1) * 100;
        Plan[] plans =
        [
            .. Enumerable
                .Range(1, seconds < 60 ? options.Seeds : Math.Min(3, options.Seeds))
                .Select(seed => Planner.Solve(problem, Budget(seconds, (ulong)seed))),
        ];
        double[] sorted = [.. plans.Select(plan => Gap(plan.Distance)).Order()];
        var wrong = plans.Sum(plan => PlanChecker.Check(problem, plan).Count);
        var absent = plans.Sum(plan => plan.Unassigned.Count);
        _broken += wrong;
        _left += absent;
        var median = sorted[sorted.Length / 2];
        var rate = plans.Sum(plan => plan.Iterations) / plans.Sum(plan => plan.Seconds);
        var line = $"{name, -28} {seconds, 4} {median, 7:0.00} {sorted[0], 7:0.00} {sorted[^1], 7:0.00} {absent, 8} {wrong, 6} {rate, 9:0}";
        if (options.Peer && WithPeer.Contains(name) && seconds < 60)
        {
            var (distance, leftOut) = OrToolsPeer.Solve(problem, seconds);
            line += $"   {(leftOut > 0 ? "-" : Gap(distance).ToString("0.00", CultureInfo.InvariantCulture)), 7} {leftOut}";
        }

        Console.WriteLine(line);
        var @class = Class(name, problem.Jobs.Count);
        if (!_gaps.TryGetValue((@class, seconds), out var values))
        {
            _gaps[(@class, seconds)] = values = [];
        }

        values.Add(median);
    }

    private Budget Budget(double seconds, ulong seed) =>
        new()
        {
            Time = options.Iterations is null ? TimeSpan.FromSeconds(seconds) : null,
            Iterations = options.Iterations,
            Threads = options.Threads,
            Seed = seed,
        };

    private static string Class(string name, int jobs) =>
        name.Split('-')[0] switch
        {
            "round" => "one-day rounds",
            _ when jobs >= 1000 => Thousand,
            "window" => jobs == 100 ? Solomon : $"single trip, {jobs} jobs",
            _ => jobs <= 100 ? UpTo100 : TwoHundred,
        };

    public static Problem Read(string folder, string name)
    {
        var (problem, errors) = ProblemReader.Read(File.ReadAllBytes(Path.Combine(folder, name + ".json")));
        return problem ?? throw new InvalidDataException(errors[0].Sentence);
    }
}
