using DispatchWorker.Planning.Rules;
using DispatchWorker.Planning.Search;

namespace DispatchWorker.Planning;

/// <summary>Why a job is left out: every rule without which it would go into the plan as it stands, and what that would take.
/// A reason is found by taking the rule away and seeing the job go in; so it can be proved the same way.</summary>
internal static class Reasons
{
    /// <summary>Jobs that get reasons of their own, the most urgent first: where hundreds are left out, trucks are missing, not explanations.</summary>
    private const int Most = 60;
    private const int MostLooks = 30;

    /// <summary>Finding out which rules act together takes a dozen trials a job, each as long as reading the problem.</summary>
    private static int MostTogether(Problem problem) => problem.Jobs.Count > 300 ? 1 : 5;

    /// <param name="problem">The day.</param>
    /// <param name="plan">Its plan; the jobs it leaves out are explained.</param>
    /// <param name="travel">Road times.</param>
    /// <param name="late">No more time: what has no reason yet is one of many.</param>
    public static IReadOnlyList<LeftOut> Of(Problem problem, Plan plan, ITravelTimes travel, Func<bool> late)
    {
        var jobs = problem.Jobs.ToDictionary(job => job.Id);
        Job[] all = [.. plan.Unassigned.Select(entry => jobs[entry.Job])];
        Job[] left = [.. all.OrderByDescending(job => job.Priority).Take(Most)];
        var found = left.ToDictionary(job => job.Id, _ => new List<Reason>());
        foreach (var rule in Rule.All)
        {
            if (late() || Relaxed(problem, left, [rule]) is not { } relaxed)
            {
                continue;
            }

            var trial = new Trial(relaxed, plan, travel);
            foreach (var job in left)
            {
                if (rule.Relax(problem, job) is null || trial.Place(job.Id) is not { } place)
                {
                    continue;
                }

                found[job.Id].Add(Explain.Rule(problem, rule, job, place));
            }
        }

        if (!late())
        {
            OneMoreTruck(problem, plan, travel, left, found);
        }

        Trial? asIs = late() ? null : new(problem, plan, travel);
        foreach (var job in left.Take(MostLooks))
        {
            if (!late() && asIs?.Displaces(job) is { } other)
            {
                found[job.Id].Add(Explain.Displaced(other));
            }
        }

        Together(problem, plan, travel, [.. left.Where(job => found[job.Id].Count == 0)], found, late);
        return
        [
            .. all.Select(job => new LeftOut(
                job.Id,
                found.TryGetValue(job.Id, out var reasons) ? reasons : [Explain.OneOfMany(all.Length)]
            )),
        ];
    }

    /// <summary>One problem for all: a job that is left out does not care what its fellows were granted.</summary>
    public static Problem? Relaxed(Problem problem, IEnumerable<Job> jobs, IEnumerable<Rule> rules)
    {
        Problem? relaxed = null;
        foreach (var rule in rules)
        {
            foreach (var job in jobs)
            {
                var before = relaxed ?? problem;
                if (rule.Relax(before, before.Jobs.First(it => it.Id == job.Id)) is { } next)
                {
                    relaxed = next;
                }

                // Rules about trucks and plants are gone after the first job.
                if (rule.ForAll)
                {
                    break;
                }
            }
        }

        return relaxed;
    }

    /// <summary>Marks the second truck of a name.</summary>
    private const char Copy = '\u0001';

    private static void OneMoreTruck(Problem problem, Plan plan, ITravelTimes travel, Job[] left, Dictionary<string, List<Reason>> found)
    {
        Truck[] more =
        [
            .. problem
                .Trucks.DistinctBy(truck => truck with { Id = "", Hauler = null })
                .Take(20)
                .Select(truck => truck with { Id = truck.Id + Copy, Turns = 0 }),
        ];
        var trial = new Trial(problem with { Trucks = [.. problem.Trucks, .. more] }, plan, travel);
        foreach (var job in left)
        {
            if (trial.Place(job.Id) is { } place && place.Trucks.Where(truck => truck.EndsWith(Copy)).ToArray() is [string one])
            {
                found[job.Id].Add(Explain.OneMore(one[..^1]));
            }
        }
    }

    /// <summary>No rule alone keeps these out: name those that do so together, each of them needed.</summary>
    private static void Together(
        Problem problem,
        Plan plan,
        ITravelTimes travel,
        Job[] left,
        Dictionary<string, List<Reason>> found,
        Func<bool> late
    )
    {
        if (left.Length == 0)
        {
            return;
        }

        List<Rule> needed = [.. Rule.All];
        var most = MostTogether(problem);
        foreach (var job in left.Take(most))
        {
            if (late())
            {
                found[job.Id].Add(Explain.OneOfMany(plan.Unassigned.Count));
                continue;
            }

            List<Rule> rules = [.. needed.Where(rule => rule.Relax(problem, job) is not null)];
            bool Goes(List<Rule> without) =>
                Relaxed(problem, [job], without) is { } relaxed && new Trial(relaxed, plan, travel).Place(job.Id) is not null;
            if (Goes(rules))
            {
                foreach (var rule in rules.ToArray())
                {
                    List<Rule> fewer = [.. rules.Where(other => other != rule)];
                    if (Goes(fewer))
                    {
                        rules = fewer;
                    }
                }

                foreach (var rule in rules)
                {
                    found[job.Id].Add(Explain.Together(rule, job, rules));
                }
            }
            else
            {
                found[job.Id].Add(Explain.Hopeless());
            }
        }

        foreach (var job in left.Skip(most))
        {
            found[job.Id].Add(Explain.OneOfMany(plan.Unassigned.Count));
        }
    }
}
