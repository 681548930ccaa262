namespace FilingApi.Domain;

public static partial class Refusals
{
    // R9: orders.
    public static readonly RefusalKind OrderOver = new(
        "DSP-201",
        409,
        "派单时段已过，不能取消。",
        "The order's window has passed: it can no longer be cancelled."
    );
    public static readonly RefusalKind OrderCancelled = new("DSP-202", 409, "派单已经取消。", "The order is already cancelled.");
    public static readonly RefusalKind ReturnBeforeDeparture = new(
        "DSP-203",
        422,
        "返回时间早于出发时间，请改正。",
        "The return lies before the departure: correct it."
    );
    public static readonly RefusalKind OrderPast = new(
        "DSP-204",
        422,
        "派单时段已经过去，请填写今后的时间。",
        "The order's window lies in the past: give a future one."
    );
    public static readonly RefusalKind WrongOrderMove = new(
        "DSP-205",
        409,
        "派单现为“{0}”，不能这样办理。",
        "The order is {1}: this cannot be done with it now."
    );
    public static readonly RefusalKind JobGivenOut = new(
        "DSP-206",
        409,
        "该工单已派出或已办结，不能再改。",
        "This job is already given out or over: it cannot be changed."
    );
    public static readonly RefusalKind JobBackwards = new(
        "DSP-207",
        422,
        "最晚开始早于最早开始，请改正。",
        "The latest start lies before the earliest: correct it."
    );
    public static readonly RefusalKind UnknownJob = new(
        "DSP-208",
        422,
        "没有编号为 {0} 的工单，请核对。",
        "There is no job {0}: check its number."
    );
    public static readonly RefusalKind WrongStopMove = new(
        "DSP-210",
        409,
        "第 {0} 站现为“{1}”，不能{2}。",
        "Stop {0} is {3}: it cannot be {4} now."
    );
    public static readonly RefusalKind StopOutOfOrder = new(
        "DSP-211",
        409,
        "前面的第 {0} 站尚未完成，请先完成或跳过该站。",
        "Stop {0} comes first: finish it or skip it."
    );
    public static readonly RefusalKind MoreThanLeft = new(
        "DSP-212",
        422,
        "工单 {0} 只剩 {1} m³ 可派，请减少。",
        "Of job {0} only {1} m³ are open: give less."
    );
    public static readonly RefusalKind OrderTooLong = new(
        "DSP-213",
        422,
        "一单不得超过 {0} 小时，请拆分。",
        "An order may not take more than {0} hours: divide it."
    );
    public static readonly RefusalKind WrongJobMove = new(
        "DSP-214",
        409,
        "工单现为“{0}”，不能{1}。",
        "The job is {2}: it cannot be {3} now."
    );
    public static readonly RefusalKind ConfinedSpace = new(
        "DSP-215",
        422,
        "有限空间作业须有{0}，补齐后再开始。",
        "Work in a confined space needs {1}: begin when it is there."
    );
    public static readonly RefusalKind OneOf = new("DSP-216", 422, "须且只须给出 {0} 之一。", "Give exactly one of {0}.");
    public static readonly RefusalKind TripHasStops = new(
        "DSP-217",
        409,
        "该派单有 {0} 个站点，请逐站登记开始与完成。",
        "This order has {0} stops: report each of them begun and done."
    );
    public static readonly RefusalKind JobTakenBack = new(
        "DSP-218",
        409,
        "工单 {0} 已被中心撤销，请跳过该站。",
        "Job {0} was taken back by the centre: skip this stop."
    );

    // R9: fleet.
    public static readonly RefusalKind EmptyHours = new(
        "DSP-220",
        422,
        "结束时间须晚于开始时间（夜班可跨零点，但不能相同），请改正。",
        "The end comes after the start (a night shift may end on the next day, but not at the same time): correct it."
    );
    public static readonly RefusalKind HalfHours = new(
        "DSP-221",
        422,
        "开始和结束时间须同时给出。",
        "Give the start and the end together."
    );
    public static readonly RefusalKind BreakOutsideShift = new(
        "DSP-222",
        422,
        "休息须在班次之内，且时段容得下 {0} 分钟，请改正。",
        "A break lies within the shift and has room for its {0} minutes: correct it."
    );
    public static readonly RefusalKind OffOnOtherDay = new(
        "DSP-223",
        422,
        "停用时刻须在 {0} 当天，请改正。",
        "The moment of going off lies on {0}: correct it."
    );
    public static readonly RefusalKind HoursOfDayOff = new(
        "DSP-224",
        422,
        "当天停用，不能再给出其他安排，请删除。",
        "A day off takes nothing else: leave it out."
    );
}
