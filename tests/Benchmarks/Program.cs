using System.Globalization;
using System.Text.Json;
using DispatchWorker.Planning;
using DispatchWorker.Planning.Input;
using DispatchWorker.Planning.Search;

string dir = "tests/data/instances";
string Arg(string name, string d) { int i = Array.IndexOf(args, name); return i < 0 ? d : args[i + 1]; }
double seconds = double.Parse(Arg("--seconds", "1"), CultureInfo.InvariantCulture);
long iterations = long.Parse(Arg("--iterations", "0"), CultureInfo.InvariantCulture);
int seeds = int.Parse(Arg("--seeds", "3"), CultureInfo.InvariantCulture), threads = int.Parse(Arg("--threads", "1"), CultureInfo.InvariantCulture);
string[] filter = Arg("--files", "").Split(',', StringSplitOptions.RemoveEmptyEntries);
bool brief = args.Contains("--brief");
using JsonDocument references = JsonDocument.Parse(File.ReadAllText(Path.Combine(dir, "references.json")));
Dictionary<string, List<double>> classes = [];
foreach (JsonProperty reference in references.RootElement.EnumerateObject())
{
    if (filter.Length > 0 && !filter.Any(reference.Name.Contains)) { continue; }
    (Problem? problem, _) = ProblemReader.Read(File.ReadAllBytes(Path.Combine(dir, reference.Name + ".json")));
    double best = reference.Value.GetProperty("distance").GetDouble();
    List<double> gaps = []; long its = 0; double left = 0; int bad = 0; double secs = 0;
    for (int seed = 1; seed <= seeds; seed++)
    {
        Plan plan = Planner.Solve(problem!, new Budget { Time = iterations > 0 ? null : TimeSpan.FromSeconds(seconds), Iterations = iterations > 0 ? iterations : null, Threads = threads, Seed = (ulong)seed });
        gaps.Add((plan.Distance / best - 1) * 100); its += plan.Iterations; left += plan.Unassigned.Count; secs += plan.Seconds;
        bad += PlanChecker.Check(problem!, plan).Count;
    }
    gaps.Sort();
    double median = gaps[gaps.Count / 2];
    int n = problem!.Jobs.Count;
    string kind = reference.Name.Split('-')[0];
    string @class = kind == "window" ? (n == 100 ? "window100" : $"window{n}") : kind == "round" ? "round" : n <= 100 ? "multi<=100" : $"multi{n}";
    if (!classes.TryGetValue(@class, out var list)) { classes[@class] = list = []; }
    list.Add(median);
    if (!brief) { Console.WriteLine($"{reference.Name,-28} {median,7:0.00} [{gaps[0]:0.00} {gaps[^1]:0.00}] left {left} bad {bad} it/s {its / (iterations > 0 ? secs : seconds * seeds):0} {secs / seeds:0.00}s"); }
}
foreach (var (name, list) in classes) { Console.WriteLine($"  {name,-12} mean {list.Average(),6:0.00}  ({list.Count})"); }
