using System.Globalization;
using DispatchWorker.Planning.Rules;
using DispatchWorker.Planning.Search;

namespace DispatchWorker.Planning;

/// <summary>The sentences of <see cref="Reasons"/>: what is in the way, and the cheapest thing that would help.</summary>
internal static class Explain
{
    public static Reason Rule(Problem problem, Rule rule, Job job, Berth place)
    {
        (string sentence, string help) = Words(problem, rule, job, place);
        return new Reason(rule.Code, sentence, help);
    }

    public static Reason OneMore(string like) => new("DSP-180", "every truck that could do it is taken", $"one more truck like {like}");

    public static Reason Displaced(string job) => new("DSP-181", $"job {job} has its place", $"displaces job {job}");

    public static Reason OneOfMany(int count) => new("DSP-182", $"{count} jobs are left out; reasons are worked out for the most urgent first", "more trucks, or fewer jobs for the day");

    public static Reason Hopeless() => new("DSP-199", "no truck can reach it and come home, whatever rule is given up", "look at its place and its work again");

    public static Reason Together(Problem problem, Rule rule, Job job, IReadOnlyList<Rule> needed) => new(rule.Code,
        needed.Count == 1 ? Name(rule) : $"{Name(rule)}, and that alone would not be enough",
        needed.Count == 1 ? $"job {job.Id} without that rule" : "together with " + string.Join(", ", needed.Where(other => other != rule).Select(other => other.Code)));

    private static (string, string) Words(Problem problem, Rule rule, Job job, Berth place)
    {
        Truck truck = problem.Trucks.First(it => it.Id == place.Truck);
        string when = Moment(problem, place.Start), at = $"truck {truck.Id} at {when}";
        return rule switch
        {
            TankHolds => ($"no tank that could come has {job.Volume:0.###} m³ of room", $"{at}, emptied before, or a larger tank"),
            HomeEmpty => ("there is no time to empty before going home", $"{at}, home with the load on board"),
            EquipmentOnBoard => ($"the trucks with room do not carry {string.Join(", ", job.Equipment)}", $"{at}, with {string.Join(", ", job.Equipment.Except(truck.Equipment))} on board"),
            CrewQualified => ($"the crews with time are not qualified for {string.Join(", ", job.Crew)}", $"{at}, with someone for {string.Join(", ", job.Crew.Except(truck.Crew))}"),
            KindAllowed => ($"the trucks with room may not take {job.Kind}", $"{at}, if allowed to take {job.Kind}"),
            ShiftKept => ($"{truck.Id} would be home after its shift", $"{at}, +{Length(problem, place.Home - truck.End)} overtime"),
            BlockedTimesFree => ("the trucks that fit have a filing at that time", $"{at}, if its filing is moved"),
            BreaksTaken => ("the trucks that fit rest at that time", $"{at}, without its break"),
            WindowsMet => ($"no truck can be there between {Moment(problem, job.Open)} and {Moment(problem, job.Close)}", Shifted(problem, job, at, place.Start)),
            PlantOpen => ("the plant would be closed", $"{at}, emptied at {place.Plant} outside its hours"),
            PlantTakesNoMore => ("the plants can take no more today", $"{at}, if {place.Plant} takes {job.Volume:0.###} m³ more"),
            BaysFree => ("every bay at the plant is taken", $"{at}, with one more bay at {place.Plant}"),
            PlantAccepts => ($"no plant that can be reached accepts {job.Kind}", $"{at}, if {place.Plant} accepts {job.Kind}"),
            FixedStopsStay => ("what has started or is pinned is in the way", $"{at}, if its pinned stops may move"),
            _ => (Name(rule), at),
        };
    }

    private static string Shifted(Problem problem, Job job, string at, double start) =>
        start > job.Close ? $"{at}, {Length(problem, start - job.Close)} late" : start < job.Open ? $"{at}, {Length(problem, job.Open - start)} early" : at;

    private static string Name(Rule rule) => rule switch
    {
        TankHolds => "no tank is large enough",
        HomeEmpty => "trucks must come home empty",
        EquipmentOnBoard => "the equipment is missing",
        CrewQualified => "the crew is not qualified",
        KindAllowed => "the trucks may not take this kind",
        ShiftKept => "the shifts are too short",
        BlockedTimesFree => "trucks have filings of their own",
        BreaksTaken => "crews must rest",
        WindowsMet => "its window cannot be met",
        PlantOpen => "the plants are closed by then",
        PlantTakesNoMore => "the plants are full",
        BaysFree => "the bays are taken",
        PlantAccepts => "no plant accepts it",
        _ => "pinned stops are in the way",
    };

    /// <summary>On a real map minutes are minutes of the day; elsewhere a number is all there is.</summary>
    private static string Moment(Problem problem, double moment)
    {
        double minutes = moment * problem.MinutesPerUnit;
        return problem.Metric == Metric.GreatCircle && minutes is >= 0 and < 2880
            ? TimeSpan.FromMinutes(Math.Round(minutes)).ToString(@"hh\:mm", CultureInfo.InvariantCulture)
            : moment.ToString("0.###", CultureInfo.InvariantCulture);
    }

    private static string Length(Problem problem, double length) =>
        problem.Metric == Metric.GreatCircle ? $"{Math.Ceiling(length * problem.MinutesPerUnit - 1e-9):0} min" : length.ToString("0.###", CultureInfo.InvariantCulture);
}
