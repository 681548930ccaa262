using Benchmarks;

if (args is [] or ["planner", ..])
{
    Options options = new(args);
    new PlannerBench(options).Run();
    if (options.Files.Length == 0) { new ReplanBench(options).Run(); }
    return 0;
}

if (args is ["checks", ..]) { return await Benchmarks.Service.ChecksBench.Run(); }

if (args is ["sightings", ..]) { return await Benchmarks.Service.SightingsBench.Run(); }

Console.Error.WriteLine("bench checks | sightings | planner [--long] [--seconds 1,10] [--seeds N] [--threads T] [--files a,b] [--iterations N] [--no-peer]");
return 2;
