using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Rules;

/// <summary>The plan's own numbers are true: every job is served once or left out, arrivals allow for the drive, and loads and the
/// distance add up. It is not a rule of planning: a violation is our own fault.</summary>
internal sealed class Bookkeeping : Requirement
{
    public override string Code => "DSP-100";

    public override Words Name => new("计划自身的数字不符", "the plan's own numbers are not true");

    public override IEnumerable<string> Broken(Review review)
    {
        foreach (var unknown in review.Unknown)
        {
            yield return unknown;
        }

        foreach (var twice in review.Days.GroupBy(day => day.Truck.Id).Where(group => group.Count() > 1))
        {
            yield return $"{twice.Key} has two days";
        }

        foreach (var sentence in Jobs(review).Concat(review.Days.SelectMany(Times)))
        {
            yield return sentence;
        }

        var distance = review.Visits.Sum(pair => pair.Visit.Distance);
        if (Math.Abs(distance - review.Plan.Distance) > 1e-6 * Math.Max(1, distance))
        {
            yield return $"the distance is {distance:R}, not {review.Plan.Distance:R}";
        }
    }

    private static IEnumerable<string> Jobs(Review review)
    {
        var visits = review.Visits.Where(pair => pair.Visit.Job is not null).Select(pair => pair.Visit).ToLookup(visit => visit.Job!.Id);
        var left = review.Plan.Unassigned.ToLookup(entry => entry.Job);
        foreach (var job in review.Problem.Jobs)
        {
            var served = visits[job.Id].Count();
            var split = served > 1 && visits[job.Id].All(visit => visit.Stop.Volume is > 0);
            var volume = visits[job.Id].Sum(visit => visit.Volume);
            if (served > 0 && left[job.Id].Any())
            {
                yield return $"job {job.Id} is both served and left out";
            }

            if (served == 0 && left[job.Id].Count() != 1)
            {
                yield return $"job {job.Id} is neither served nor left out once";
            }

            if (served > 1 && !split)
            {
                yield return $"job {job.Id} is served {served} times";
            }

            if (served > 0 && Math.Abs(volume - job.Volume) > Review.Tolerance)
            {
                yield return $"job {job.Id} is {job.Volume:R} m³, {volume:R} are taken";
            }
        }

        HashSet<string> known = [.. review.Problem.Jobs.Select(job => job.Id)];
        foreach (var entry in review.Plan.Unassigned.Where(entry => !known.Contains(entry.Job)))
        {
            yield return $"there is no job {entry.Job} to leave out";
        }
    }

    private static IEnumerable<string> Times(ReviewedDay day)
    {
        var truck = day.Truck.Id;
        if (day.Visits.Count < 2 || day.Visits[0].Stop.Kind != "depot" || day.Visits[^1].Stop.Kind != "depot")
        {
            yield return $"{truck} does not begin and end at its depot";
        }

        for (var i = 0; i < day.Visits.Count; i++)
        {
            var stop = day.Visits[i].Stop;
            if (i > 0 && stop.Arrive < day.Visits[i - 1].Stop.Leave + day.Visits[i].Time - Review.Tolerance)
            {
                yield return $"{truck} is at {stop.Id} sooner than it can drive there";
            }

            if (stop.Start < stop.Arrive - Review.Tolerance)
            {
                yield return $"{truck} begins at {stop.Id} before it is there";
            }

            if (stop.Leave < stop.Start + day.Visits[i].Service - Review.Tolerance)
            {
                yield return $"{truck} leaves {stop.Id} before the work is done";
            }

            if (stop.Kind == "depot" && i > 0 && i < day.Visits.Count - 1)
            {
                yield return $"{truck} is at its depot in the middle of the day";
            }
        }

        foreach (var (visit, _, after) in day.Loads())
        {
            if (Math.Abs(visit.Stop.Load - after) > Review.Tolerance)
            {
                yield return $"{truck} leaves {visit.Stop.Id} with {after:R} m³, not {visit.Stop.Load:R}";
            }
        }
    }
}
