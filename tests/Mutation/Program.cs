using System.Diagnostics;
using System.Globalization;
using Mutation;

// Empties every act of the domain, one at a time, and names the test that notices. Arguments: parts of names, to try only those;
// --domain: the domain's own tests only.
var watch = Stopwatch.StartNew();
var clone = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(clone, "Vacuum.slnx")))
{
    clone = Path.GetDirectoryName(clone) ?? throw new InvalidOperationException("Run it inside the clone.");
}

string[] near = ["-namespace", "FilingApi.Tests.Domain"];

// What runs the service: without long runs, files and scripts.
string[] far = ["Features.*", "Consumers", "Data", "Evidence", "Pages", "Register", "Web"];
string[] whole = [.. far.SelectMany(name => new[] { "-namespace", $"FilingApi.Tests.{name}" })];
var equivalent = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "equivalent.txt"))
    .Where(line => line.Length > 0 && line[0] != '#')
    .Select(line => line.Split('\t')[0])
    .ToHashSet(StringComparer.Ordinal);

using var tree = new ScratchTree(clone);
var tried = tree
    .Mutants.Where(mutant => args.All(part => part == "--domain") || args.Any(part => mutant.Name.Contains(part, StringComparison.Ordinal)))
    .ToList();
Console.WriteLine($"{tree.Mutants.Count} mutants, built in {watch.Elapsed.TotalSeconds:0} s; trying {tried.Count}.");
var nearby = Reached(near);
HashSet<int>? anywhere = null;
var survivors = new List<Mutant>();
foreach (var mutant in tried)
{
    var killer = nearby.Contains(mutant.Number) ? Killer(mutant, near) : null;
    if (killer is null && !equivalent.Contains(mutant.Name) && !args.Contains("--domain"))
    {
        anywhere ??= Reached(whole);
        killer = anywhere.Contains(mutant.Number) ? Killer(mutant, whole) : null;
    }

    Console.WriteLine($"{mutant.Name}: {(killer is null ? "SURVIVED" : $"killed by {killer}")}");
    if (killer is null)
    {
        survivors.Add(mutant);
    }
}

var unknown = survivors.Where(mutant => !equivalent.Contains(mutant.Name)).ToList();
string[] stale = [.. equivalent.Except(survivors.Select(mutant => mutant.Name)).Where(name => tried.Count == tree.Mutants.Count)];
var known = survivors.Count - unknown.Count;
Console.WriteLine($"{tried.Count} mutants, {tried.Count - survivors.Count} killed, {known} equivalent, {unknown.Count} survived.");
Console.WriteLine($"{watch.Elapsed.TotalMinutes:0.0} minutes");
Array.ForEach(stale, name => Console.WriteLine($"equivalent.txt names what is killed or gone: {name}"));
return unknown.Count + stale.Length > 0 ? 1 : 0;

// Without any mutant the tests must pass; what they never run needs no try.
HashSet<int> Reached(string[] filter)
{
    var file = Path.GetTempFileName();
    var (passed, failed) = tree.Test(filter, PatienceOf(filter), ("MUTANTS_REACHED", file));
    var reached = File.ReadLines(file).Select(line => int.Parse(line, CultureInfo.InvariantCulture)).ToHashSet();
    File.Delete(file);
    return passed ? reached : throw new InvalidOperationException($"Fails without a mutant: {string.Join(", ", failed)}");
}

string? Killer(Mutant mutant, string[] filter)
{
    var (passed, failed) = tree.Test(filter, PatienceOf(filter), ("MUTANT", mutant.Number.ToString(CultureInfo.InvariantCulture)));
    return passed ? null : failed.FirstOrDefault("a run that broke off");
}

TimeSpan PatienceOf(string[] filter) => TimeSpan.FromMinutes(filter == near ? 1 : 10);
