using System.Globalization;
using DispatchWorker.Planning.Rules;
using DispatchWorker.Planning.Search;

namespace DispatchWorker.Planning;

/// <summary>The sentences of <see cref="Reasons"/>: what is in the way, and the cheapest thing that would help.</summary>
internal static class Explain
{
    public static Reason Rule(Problem problem, Rule rule, Job job, Berth place)
    {
        var (sentence, help) = Said(problem, rule, job, place);
        return Reason(rule.Code, sentence, help);
    }

    public static Reason NoTruck() =>
        Reason("DSP-180", new("没有车辆", "there is no truck"), new("加一辆合适的车", "one truck that fits the job"));

    public static Reason OneMore(string like) =>
        Reason(
            "DSP-180",
            new("能做此作业的车都已排满", "every truck that could do it is taken"),
            new($"再加一辆与 {like} 相同的车", $"one more truck like {like}")
        );

    public static Reason Displaced(string job) =>
        Reason("DSP-181", new($"位置已给作业 {job}", $"job {job} has its place"), new($"换下作业 {job}", $"displaces job {job}"));

    public static Reason OneOfMany(int count) =>
        Reason(
            "DSP-182",
            new(
                $"共有 {count} 项作业未排；先为最紧急的查明原因",
                $"{count} jobs are left out; reasons are worked out for the most urgent first"
            ),
            new("增加车辆，或减少当天作业", "more trucks, or fewer jobs for the day")
        );

    public static Reason Hopeless() =>
        Reason(
            "DSP-199",
            new("无论放宽哪条规则，都没有车能到达并返回", "no truck can reach it and come home, whatever rule is given up"),
            new("请核对其地点和工作量", "look at its place and its work again")
        );

    public static Reason Together(Rule rule, Job job, IReadOnlyList<Rule> needed)
    {
        var name = Name(rule);
        if (needed.Count == 1)
        {
            return Reason(rule.Code, name, new($"放宽此规则即可排入作业 {job.Id}", $"job {job.Id} without that rule"));
        }

        string[] others = [.. needed.Where(other => other != rule).Select(other => other.Code)];
        return Reason(
            rule.Code,
            new($"{name.Zh}，且仅放宽此条仍不够", $"{name.En}, and that alone would not be enough"),
            new($"须同时放宽 {string.Join("、", others)}", $"together with {string.Join(", ", others)}")
        );
    }

    private static Reason Reason(string code, Words sentence, Words help) => new(code, sentence.Zh, sentence.En, help.Zh, help.En);

    private static (Words Sentence, Words Help) Said(Problem problem, Rule rule, Job job, Berth place)
    {
        var truck = problem.Trucks.First(it => it.Id == place.Truck);
        var when = Moment(problem, place.Start);
        var plant = place.Plant;
        var at = new Words($"{truck.Id} 车 {when}", $"truck {truck.Id} at {when}");
        Words Help(string zh, string en) => new($"{at.Zh}，{zh}", $"{at.En}, {en}");
        var needs = List(job.Equipment);
        var lacks = List(job.Equipment.Except(truck.Equipment));
        var crew = List(job.Crew);
        var missing = List(job.Crew.Except(truck.Crew));
        return rule switch
        {
            TankHolds => (
                new($"能来的车都没有 {job.Volume:0.###} m³ 余量", $"no tank that could come has {job.Volume:0.###} m³ of room"),
                Help("事先卸空，或换更大的罐", "emptied before, or a larger tank")
            ),
            HomeEmpty => (
                new("回场前来不及卸空", "there is no time to empty before going home"),
                Help("载着回场", "home with the load on board")
            ),
            EquipmentOnBoard => (
                new($"有空的车未带 {needs}", $"the trucks with room do not carry {needs}"),
                Help($"带上 {lacks}", $"with {lacks} on board")
            ),
            CrewQualified => (
                new($"有空的班组没有 {crew} 资格", $"the crews with time are not qualified for {crew}"),
                Help($"加派有 {missing} 资格的人", $"with someone for {missing}")
            ),
            KindAllowed => (
                new($"有空的车不得运 {job.Kind}", $"the trucks with room may not take {job.Kind}"),
                Help($"准其运 {job.Kind}", $"if allowed to take {job.Kind}")
            ),
            ShiftKept => (
                new($"{truck.Id} 回场会超过班次", $"{truck.Id} would be home after its shift"),
                Late(problem, place.Home - truck.End, at, "加班", "+{0} overtime")
            ),
            BlockedTimesFree => (
                new("合适的车那时有自己的报备", "the trucks that fit have a filing at that time"),
                Help("改动其报备时间", "if its filing is moved")
            ),
            BreaksTaken => (new("合适的车那时休息", "the trucks that fit rest at that time"), Help("取消其休息", "without its break")),
            WindowsMet => (
                new(
                    $"{Moment(problem, job.Open)} 至 {Moment(problem, job.Close)} 之间没有车能到",
                    $"no truck can be there between {Moment(problem, job.Open)} and {Moment(problem, job.Close)}"
                ),
                Shifted(problem, job, at, place.Start)
            ),
            PlantOpen => (
                new("到时卸点已关门", "the plant would be closed"),
                Help($"在 {plant} 开放时间外卸", $"emptied at {plant} outside its hours")
            ),
            PlantTakesNoMore => (
                new("各卸点今日已不能再收", "the plants can take no more today"),
                Help($"{plant} 再收 {job.Volume:0.###} m³", $"if {plant} takes {job.Volume:0.###} m³ more")
            ),
            BaysFree => (
                new("卸点的车位都被占用", "every bay at the plant is taken"),
                Help($"{plant} 加一个车位", $"with one more bay at {plant}")
            ),
            PlantAccepts => (
                new($"能到的卸点都不收 {job.Kind}", $"no plant that can be reached accepts {job.Kind}"),
                Help($"{plant} 收 {job.Kind}", $"if {plant} accepts {job.Kind}")
            ),
            FixedStopsStay => (
                new("已开始或已固定的停靠占了位置", "what has started or is pinned is in the way"),
                Help("放开固定的停靠", "if its pinned stops may move")
            ),
            _ => (Name(rule), at),
        };
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names);

    private static Words Shifted(Problem problem, Job job, Words at, double start) =>
        start > job.Close ? Late(problem, start - job.Close, at, "晚", "{0} late")
        : start < job.Open ? Late(problem, job.Open - start, at, "早", "{0} early")
        : at;

    private static Words Late(Problem problem, double length, Words at, string zh, string en)
    {
        var minutes = problem.Metric == Metric.GreatCircle;
        var amount = minutes
            ? Math.Ceiling(length * problem.MinutesPerUnit - 1e-9).ToString("0", CultureInfo.InvariantCulture)
            : length.ToString("0.###", CultureInfo.InvariantCulture);
        return new(
            $"{at.Zh}，{zh} {amount}{(minutes ? " 分钟" : "")}",
            $"{at.En}, {string.Format(CultureInfo.InvariantCulture, en, minutes ? amount + " min" : amount)}"
        );
    }

    private static Words Name(Rule rule) =>
        rule switch
        {
            TankHolds => new("没有足够大的罐", "no tank is large enough"),
            HomeEmpty => new("车辆须空罐回场", "trucks must come home empty"),
            EquipmentOnBoard => new("缺少设备", "the equipment is missing"),
            CrewQualified => new("班组没有资格", "the crew is not qualified"),
            KindAllowed => new("车辆不得运此类", "the trucks may not take this kind"),
            ShiftKept => new("班次太短", "the shifts are too short"),
            BlockedTimesFree => new("车辆有自己的报备", "trucks have filings of their own"),
            BreaksTaken => new("班组须休息", "crews must rest"),
            WindowsMet => new("赶不上时间窗", "its window cannot be met"),
            PlantOpen => new("到时卸点已关门", "the plants are closed by then"),
            PlantTakesNoMore => new("卸点已满", "the plants are full"),
            BaysFree => new("车位都被占用", "the bays are taken"),
            PlantAccepts => new("没有卸点收此类", "no plant accepts it"),
            _ => new("固定的停靠占了位置", "pinned stops are in the way"),
        };

    /// <summary>On a real map minutes are minutes of the day; elsewhere a number is all there is.</summary>
    private static string Moment(Problem problem, double moment)
    {
        var minutes = moment * problem.MinutesPerUnit;
        return problem.Metric == Metric.GreatCircle && minutes is >= 0 and < 2880
            ? TimeSpan.FromMinutes(Math.Round(minutes)).ToString(@"hh\:mm", CultureInfo.InvariantCulture)
            : moment.ToString("0.###", CultureInfo.InvariantCulture);
    }
}
