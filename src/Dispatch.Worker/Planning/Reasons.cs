using DispatchWorker.Planning.Model;
using DispatchWorker.Planning.Rules;
using DispatchWorker.Planning.Search;
using DispatchWorker.Planning.Travel;

namespace DispatchWorker.Planning;

/// <summary>Why jobs are left out. A rule is a reason if the job fits into the plan once that rule alone is relaxed, so every
/// reason can be proved in the same way.</summary>
/// <param name="problem">The day, or one district of it.</param>
/// <param name="plan">Its plan; the jobs it leaves out are explained.</param>
/// <param name="travel">Road times.</param>
/// <param name="late">True when no time is left; jobs without a reason then get DSP-182.</param>
/// <param name="cancel">Ends the work at once.</param>
internal sealed class Reasons(Problem problem, Plan plan, ITravelTimes travel, Func<bool> late, CancellationToken cancel)
{
    /// <summary>Only the most urgent jobs get their own reasons: a plan that leaves out hundreds lacks trucks, not
    /// explanations.</summary>
    private const int MostExplained = 60;
    private const int MostDisplaced = 30;

    /// <summary>A day of districts is explained until this many jobs have reasons.</summary>
    private const int EnoughOfDistricts = 200;

    /// <summary>Ends the id of a copied truck; no id in a file has it.</summary>
    private const char Copy = '\u0001';

    private static readonly Rule[] Rules = [.. Requirement.All.OfType<Rule>()];

    private readonly Dictionary<string, List<Reason>> _found = [];

    public static IReadOnlyList<LeftOut> Of(Problem problem, Plan plan, ITravelTimes travel, Func<bool> late, CancellationToken cancel) =>
        new Reasons(problem, plan, travel, late, cancel).Find();

    /// <summary>Explains each job in its district, with the trucks that work there.</summary>
    public static IReadOnlyList<LeftOut> OfDistricts(
        IEnumerable<Problem> districts,
        Plan plan,
        ITravelTimes travel,
        Func<bool> late,
        CancellationToken cancel
    )
    {
        HashSet<string> absent = [.. plan.Unassigned.Select(left => left.Job)];
        Dictionary<string, LeftOut> found = [];
        foreach (var district in districts)
        {
            if (late() || found.Count >= EnoughOfDistricts)
            {
                break;
            }

            HashSet<string> trucks = [.. district.Trucks.Select(truck => truck.Id)];
            var here = plan with
            {
                Trucks = [.. plan.Trucks.Where(day => trucks.Contains(day.Id))],
                Unassigned = [.. district.Jobs.Where(job => absent.Contains(job.Id)).Select(job => new LeftOut(job.Id, []))],
            };
            if (here.Unassigned.Count == 0)
            {
                continue;
            }

            foreach (var left in Of(district, here, travel, late, cancel))
            {
                found[left.Job] = left;
            }
        }

        return
        [
            .. plan.Unassigned.Select(left =>
                found.GetValueOrDefault(left.Job) ?? left with { Reasons = [OtherReasons.OneOfMany(plan.Unassigned.Count)] }
            ),
        ];
    }

    private List<LeftOut> Find()
    {
        var jobs = problem.Jobs.ToDictionary(job => job.Id);
        Job[] all = [.. plan.Unassigned.Select(entry => jobs[entry.Job])];
        Job[] left = [.. all.OrderByDescending(job => job.Priority).Take(MostExplained)];
        foreach (var job in left)
        {
            _found[job.Id] = [];
        }

        OneRule(left);
        OneMoreTruck(left);
        Displaced(left);
        SeveralRules([.. left.Where(job => _found[job.Id].Count == 0)]);
        return
        [
            .. all.Select(job => new LeftOut(
                job.Id,
                _found.TryGetValue(job.Id, out var reasons) ? reasons : [OtherReasons.OneOfMany(all.Length)]
            )),
        ];
    }

    private void OneRule(Job[] left)
    {
        foreach (var rule in Rules)
        {
            if (late() || Relaxed(left, [rule]) is not { } relaxed)
            {
                continue;
            }

            var trial = new Trial(relaxed, plan, travel, cancel);
            foreach (var job in left)
            {
                if (rule.Relax(problem, job) is null || trial.Place(job.Id) is not { } place)
                {
                    continue;
                }

                var obstacle = new Obstacle(problem, job, place);
                Add(job, rule, rule.Sentence(obstacle), rule.Help(obstacle));
            }
        }
    }

    private void OneMoreTruck(Job[] left)
    {
        if (late())
        {
            return;
        }

        Truck[] more =
        [
            .. problem
                .Trucks.DistinctBy(truck => truck with { Id = "", Hauler = null })
                .Take(20)
                .Select(truck => truck with { Id = truck.Id + Copy, Turns = 0 }),
        ];
        var trial = new Trial(problem with { Trucks = [.. problem.Trucks, .. more] }, plan, travel, cancel);
        foreach (var job in left)
        {
            if (trial.Place(job.Id) is { } place && place.Trucks.Where(truck => truck.EndsWith(Copy)).ToArray() is [var one])
            {
                _found[job.Id].Add(OtherReasons.OneMore(one[..^1]));
            }
        }
    }

    private void Displaced(Job[] left)
    {
        if (late())
        {
            return;
        }

        var trial = new Trial(problem, plan, travel, cancel);
        foreach (var job in left.Take(MostDisplaced))
        {
            if (!late() && trial.Displaces(job) is { } other)
            {
                _found[job.Id].Add(OtherReasons.Displaced(other));
            }
        }
    }

    /// <summary>No single rule keeps these jobs out: finds rules that do so together, each of them needed. A job takes a dozen
    /// trials, and each trial builds the model anew.</summary>
    private void SeveralRules(Job[] left)
    {
        var most = problem.Jobs.Count > 300 ? 1 : 5;
        foreach (var job in left.Take(most))
        {
            if (late())
            {
                _found[job.Id].Add(OtherReasons.OneOfMany(plan.Unassigned.Count));
                continue;
            }

            List<Rule> needed = [.. Rules.Where(rule => rule.Relax(problem, job) is not null)];
            if (!GoesWithout(needed, job))
            {
                _found[job.Id].Add(OtherReasons.Hopeless());
                continue;
            }

            foreach (var rule in needed.ToArray())
            {
                List<Rule> fewer = [.. needed.Where(other => other != rule)];
                if (GoesWithout(fewer, job))
                {
                    needed = fewer;
                }
            }

            foreach (var rule in needed)
            {
                AddTogether(job, rule, needed);
            }
        }

        foreach (var job in left.Skip(most))
        {
            _found[job.Id].Add(OtherReasons.OneOfMany(plan.Unassigned.Count));
        }
    }

    private bool GoesWithout(List<Rule> rules, Job job) =>
        Relaxed([job], rules) is { } relaxed && new Trial(relaxed, plan, travel, cancel).Place(job.Id) is not null;

    private void AddTogether(Job job, Rule rule, List<Rule> needed)
    {
        if (needed.Count == 1)
        {
            Add(job, rule, rule.Name, new($"放宽此规则即可排入作业 {job.Id}", $"job {job.Id} without that rule"));
            return;
        }

        string[] others = [.. needed.Where(other => other != rule).Select(other => other.Code)];
        Add(
            job,
            rule,
            new($"{rule.Name.Zh}，且仅放宽此条仍不够", $"{rule.Name.En}, and that alone would not be enough"),
            new($"须同时放宽 {string.Join("、", others)}", $"together with {string.Join(", ", others)}")
        );
    }

    private void Add(Job job, Rule rule, Words sentence, Words help) =>
        _found[job.Id].Add(new Reason(rule.Code, sentence.Zh, sentence.En, help.Zh, help.En));

    /// <summary>One problem for all jobs: relaxing a rule for one left-out job does not help another.</summary>
    private Problem? Relaxed(IReadOnlyList<Job> jobs, IEnumerable<Rule> rules)
    {
        Problem? relaxed = null;
        foreach (var rule in rules)
        {
            foreach (var job in rule.ForAll ? jobs.Take(1) : jobs)
            {
                cancel.ThrowIfCancellationRequested();
                var before = relaxed ?? problem;
                relaxed = rule.Relax(before, before.Jobs.First(it => it.Id == job.Id)) ?? relaxed;
            }
        }

        return relaxed;
    }
}
