namespace DispatchWorker.Planning.Rules;

/// <summary>While the truck has an enterprise's filing it neither drives nor works for the centre. It may stand.</summary>
internal sealed class BlockedTimesFree : Rule
{
    public override string Code => "DSP-131";

    public override bool ForAll => true;

    public override IEnumerable<string> Broken(Review review) =>
        from day in review.Days
        from blocked in day.Truck.Blocked
        from busy in day.Busy()
        where busy.From < blocked.To - Review.Tolerance && busy.To > blocked.From + Review.Tolerance
        select $"{day.Truck.Id} {busy.What} at {busy.From:0.###}, while it has a filing from {blocked.From:R} to {blocked.To:R}";

    public override Problem? Relax(Problem problem, Job job) =>
        problem.Trucks.All(truck => truck.Blocked.Count == 0)
            ? null
            : problem with
            {
                Trucks = [.. problem.Trucks.Select(truck => truck with { Blocked = [] })],
            };
}
