using Benchmarks;

if (args is [] or ["planner", ..])
{
    Options options = new(args);
    new PlannerBench(options).Run();
    if (options.Files.Length == 0) { new ReplanBench(options).Run(); }
    return 0;
}
Console.Error.WriteLine("bench planner [--long] [--seconds 1,10] [--seeds N] [--threads T] [--files a,b] [--no-peer]");
return 2;
