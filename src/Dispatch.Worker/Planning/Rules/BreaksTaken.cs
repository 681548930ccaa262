using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Rules;

/// <summary>A truck rests once within each break's span, in one piece, neither driving nor working.</summary>
internal sealed class BreaksTaken : Rule
{
    public override string Code => "DSP-132";

    public override Words Name => new("班组须休息", "crews must rest");

    public override bool ForAll => true;

    public override IEnumerable<string> Broken(Review review) =>
        from day in review.Days
        from rest in day.Truck.Breaks
        where day.Visits.Count > 1 && !HasRest(day, rest)
        select $"{day.Truck.Id} has no rest of {rest.Length:0.###} between {rest.From:R} and {rest.To:R}";

    /// <summary>The crew also rests before it leaves and after it comes home.</summary>
    private static bool HasRest(ReviewedDay day, Break rest)
    {
        var free = rest.From;
        foreach (var (from, to, _) in day.Busy().OrderBy(busy => busy.From))
        {
            if (Math.Min(from, rest.To) - free >= rest.Length - Review.Tolerance)
            {
                return true;
            }

            free = Math.Max(free, to);
        }

        return rest.To - free >= rest.Length - Review.Tolerance;
    }

    public override Problem? Relax(Problem problem, Job job) =>
        problem.Trucks.All(truck => truck.Breaks.Count == 0) ? null : WithTrucks(problem, truck => truck with { Breaks = [] });

    public override Words Sentence(Obstacle obstacle) => new("合适的车那时休息", "the trucks that fit rest at that time");

    public override Words Help(Obstacle obstacle) => obstacle.At("取消其休息", "without its break");
}
