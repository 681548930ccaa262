using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Rules;

/// <summary>The truck leaves its depot after its shift begins and is back by the end of the shift and its allowed overtime.</summary>
internal sealed class ShiftKept : Rule
{
    public override string Code => "DSP-130";

    public override Words Name => new("班次太短", "the shifts are too short");

    public override bool ForAll => true;

    public override IEnumerable<string> Broken(Review review)
    {
        foreach (var day in review.Days.Where(day => day.Visits.Count > 0))
        {
            var end = day.Truck.End + Overtime(review.Problem, day.Truck);
            var home = day.Visits[^1].Stop.Arrive;
            if (day.Visits[0].Stop.Leave < day.Truck.Start - Review.Tolerance)
            {
                yield return $"{day.Truck.Id} leaves at {day.Visits[0].Stop.Leave:R}, before its shift begins";
            }

            if (home > end + Review.Tolerance && !IsFact(day))
            {
                yield return $"{day.Truck.Id} comes home at {home:0.###}, {home - end:0.###} after its shift";
            }
        }
    }

    /// <summary>A day of fixed stops and the emptying they need comes home when it can.</summary>
    private static bool IsFact(ReviewedDay day) =>
        day.Visits.Any(visit => visit.Fixed)
        && day.Visits.All(visit => visit.Fixed || visit.Job is null)
        && day.Visits.Count(visit => !visit.Fixed && visit.Plant is not null) <= 1;

    private static double Overtime(Problem problem, Truck truck) => problem.Objective == Objective.Full ? truck.Overtime : 0;

    /// <summary>Overtime becomes unlimited but has a price, so that the truck that needs the least is found.</summary>
    public override Problem? Relax(Problem problem, Job job) =>
        Priced(problem) with
        {
            Trucks = [.. problem.Trucks.Select(truck => truck with { Overtime = Overtime(problem, truck) + Span(problem, truck) })],
        };

    private static double Span(Problem problem, Truck truck) =>
        double.IsFinite(truck.End) ? Math.Max(1, truck.End - truck.Start) + problem.Jobs.Select(job => job.Open).Append(0).Max() : 0;

    public override Words Sentence(Obstacle obstacle) =>
        new($"{obstacle.Truck.Id} 回场会超过班次", $"{obstacle.Truck.Id} would be home after its shift");

    public override Words Help(Obstacle obstacle)
    {
        var overtime = obstacle.Length(obstacle.Place.Home - obstacle.Truck.End);
        return obstacle.At($"加班 {overtime.Zh}", $"+{overtime.En} overtime");
    }
}
