using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning;

/// <summary>Reasons that are not one hard rule: a truck is missing, another job is in the way, or nothing helps.</summary>
internal static class OtherReasons
{
    public static Reason NoTruck() =>
        Of("DSP-180", new("没有车辆", "there is no truck"), new("加一辆合适的车", "one truck that fits the job"));

    public static Reason OneMore(string like) =>
        Of(
            "DSP-180",
            new("能做此作业的车都已排满", "every truck that could do it is taken"),
            new($"再加一辆与 {like} 相同的车", $"one more truck like {like}")
        );

    public static Reason Displaced(string job) =>
        Of("DSP-181", new($"位置已给作业 {job}", $"job {job} has its place"), new($"换下作业 {job}", $"displaces job {job}"));

    public static Reason OneOfMany(int count) =>
        Of(
            "DSP-182",
            new(
                $"共有 {count} 项作业未排；先为最紧急的查明原因",
                $"{count} jobs are left out; reasons are worked out for the most urgent first"
            ),
            new("增加车辆，或减少当天作业", "more trucks, or fewer jobs for the day")
        );

    public static Reason Hopeless() =>
        Of(
            "DSP-199",
            new("无论放宽哪条规则，都没有车能到达并返回", "no truck can reach it and come home, whatever rule is given up"),
            new("请核对其地点和工作量", "look at its place and its work again")
        );

    private static Reason Of(string code, Words sentence, Words help) => new(code, sentence.Zh, sentence.En, help.Zh, help.En);
}
