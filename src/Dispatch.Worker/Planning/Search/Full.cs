namespace DispatchWorker.Planning.Search;

internal sealed class Full
{
    public static double HardClose(Problem problem, Job job) => job.Soft && problem.Objective == Objective.Full ? double.PositiveInfinity : job.Close;

    public static Full? For(Problem problem, Func<double, int> later, Func<double, int> earlier) => null;
}
