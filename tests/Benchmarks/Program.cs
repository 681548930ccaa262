using Benchmarks;
using Benchmarks.Service;

if (args is ["planner", ..])
{
    Options options = new(args);
    new PlannerBench(options).Run();
    if (options.Files.Length == 0)
    {
        new ReplanBench(options).Run();
    }
    return 0;
}

var benches = new Dictionary<string, Func<Arguments, Task<IReadOnlyList<Row>>>>
{
    ["checks"] = ChecksBench.Run,
    ["sightings"] = SightingsBench.Run,
    ["cycles"] = CyclesBench.Run,
    ["kills"] = KillsBench.Run,
    ["faults"] = FaultsBench.Run,
    ["broker"] = BrokerBench.Run,
    ["fuzz"] = FuzzBench.Run,
};
if (args is [var name, ..] && !name.StartsWith('-') && !benches.ContainsKey(name))
{
    Console.Error.WriteLine(
        "bench [checks | sightings | cycles | kills | faults | broker | fuzz] [--seconds N] [--pairs N] [--filings N] "
            + "[--requests N] [--rounds N] [--seed N] [--only NAME]   (without a name: all of these, one after the other)"
    );
    Console.Error.WriteLine("bench planner [--long] [--seconds 1,10] [--seeds N] [--threads T] [--files a,b] [--iterations N] [--no-peer]");
    return 2;
}

List<Row> rows = [];
foreach (var bench in benches.Where(bench => args is [] || args[0].StartsWith('-') || args[0] == bench.Key))
{
    rows.AddRange(await bench.Value(new Arguments(args)));
}

Row.Print(rows);
return rows.TrueForAll(row => row.IsReached) ? 0 : 1;
