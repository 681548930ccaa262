using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Rules;

/// <summary>Stops that have started or that a person has pinned stay first in the same truck's day, in the same order.</summary>
internal sealed class FixedStopsStay : Rule
{
    public override string Code => "DSP-160";

    public override Words Name => new("固定的停靠占了位置", "pinned stops are in the way");

    public override bool ForAll => true;

    public override IEnumerable<string> Broken(Review review) =>
        from pinned in review.Problem.Frozen
        where pinned.Stops.Count > 0
        let day = review.Days.FirstOrDefault(day => day.Truck.Id == pinned.Truck)
        let stops = day is null
            ? []
            : day
                .Visits.Where(visit => visit.Job is not null || visit.Plant is not null)
                .Take(pinned.Stops.Count)
                .Select(visit => visit.Stop.Id)
                .ToArray()
        where !stops.SequenceEqual(pinned.Stops)
        select $"{pinned.Truck} must begin with {string.Join(", ", pinned.Stops)}; it begins with {string.Join(", ", stops)}";

    /// <summary>In the plan pinned stops still keep their truck and order, but others may come before them.</summary>
    public override Problem? Relax(Problem problem, Job job) =>
        problem.Frozen.All(pinned => pinned.Stops.Count == 0) ? null : problem with { Frozen = [] };

    public override Words Sentence(Obstacle obstacle) => new("已开始或已固定的停靠占了位置", "what has started or is pinned is in the way");

    public override Words Help(Obstacle obstacle) => obstacle.At("放开固定的停靠", "if its pinned stops may move");
}
