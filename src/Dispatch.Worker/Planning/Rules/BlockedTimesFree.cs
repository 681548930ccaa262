using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Rules;

/// <summary>A truck neither drives nor works for the centre while it has an enterprise's filing. It may stand still.</summary>
internal sealed class BlockedTimesFree : Rule
{
    public override string Code => "DSP-131";

    public override Words Name => new("车辆有自己的报备", "trucks have filings of their own");

    public override bool ForAll => true;

    public override IEnumerable<string> Broken(Review review) =>
        from day in review.Days
        from blocked in day.Truck.Blocked
        from busy in day.Busy()
        where busy.From < blocked.To - Review.Tolerance && busy.To > blocked.From + Review.Tolerance
        select $"{day.Truck.Id} {busy.What} at {busy.From:0.###}, while it has a filing from {blocked.From:R} to {blocked.To:R}";

    public override Problem? Relax(Problem problem, Job job) =>
        problem.Trucks.All(truck => truck.Blocked.Count == 0) ? null : WithTrucks(problem, truck => truck with { Blocked = [] });

    public override Words Sentence(Obstacle obstacle) => new("合适的车那时有自己的报备", "the trucks that fit have a filing at that time");

    public override Words Help(Obstacle obstacle) => obstacle.At("改动其报备时间", "if its filing is moved");
}
