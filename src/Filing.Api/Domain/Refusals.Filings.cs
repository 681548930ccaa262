namespace FilingApi.Domain;

public static partial class Refusals
{
    // R6: what is not an ordinary filing.
    public static readonly RefusalKind Hazardous = new(
        "FIL-101",
        422,
        "危险废物不能在此报备，请在国家固体废物管理信息系统办理转移联单。",
        "Hazardous waste is not filed here: use the national solid-waste system's manifest."
    );
    public static readonly RefusalKind MunicipalPipe = new(
        "FIL-102",
        422,
        "市政管道作业由重点项目建设服务中心统一调度，请向中心报告。",
        "Municipal pipe work is dispatched by the key-projects centre: report it there."
    );
    public static readonly RefusalKind NoKitchenQualification = new(
        "FIL-103",
        422,
        "车辆 {0} 的运输单位没有餐厨垃圾收运资质，请换有资质的车辆。",
        "The owner of {0} has no kitchen-waste qualification: choose a qualified truck."
    );
    public static readonly RefusalKind NoAgreement = new(
        "FIL-104",
        422,
        "工业废水须填写接收协议编号。",
        "Industrial wastewater needs the number of the receiving agreement."
    );
    public static readonly RefusalKind WindowTooLong = new(
        "FIL-105",
        422,
        "作业时段不得超过 7 天，请分次报备。",
        "The window may not exceed 7 days: file in parts."
    );
    public static readonly RefusalKind WindowPast = new(
        "FIL-106",
        422,
        "作业时段已经过去，请填写今后的时间。",
        "The window lies in the past: give a future one."
    );
    public static readonly RefusalKind WindowBackwards = new(
        "FIL-107",
        422,
        "结束时间早于开始时间，请改正。",
        "The window ends before it begins: correct it."
    );
    public static readonly RefusalKind PlantDoesNotTake = new(
        "FIL-108",
        422,
        "处置场所 {0} 不接收此类污物，请另选。",
        "Plant {0} does not take this waste: choose another."
    );
    public static readonly RefusalKind UnknownPlant = new(
        "FIL-109",
        422,
        "没有编号为 {0} 的处置场所，请从名录中选择。",
        "There is no plant {0}: choose one from the list."
    );
    public static readonly RefusalKind TruckNotOnRoster = new(
        "FIL-110",
        422,
        "车辆 {0}（{1}）不在名录中，请先由运输单位登记。",
        "Truck {0} ({1}) is not on the roster: have its owner register it first."
    );
    public static readonly RefusalKind PapersRunOut = new(
        "FIL-111",
        422,
        "车辆 {0} 的证件 {1} 到期，早于作业首日，请换车或先续证。",
        "The papers of {0} run out on {1}, before the first day: take another truck or renew them."
    );
    public static readonly RefusalKind OtherTown = new(
        "FIL-112",
        422,
        "编号已定属地 {0}，作业地点改到别的镇须重新报备。",
        "The number belongs to town {0}: for another town file anew."
    );
    public static readonly RefusalKind UnknownTown = new(
        "FIL-113",
        422,
        "没有代码为 {0} 的镇，请核对。",
        "There is no town {0}: check the code."
    );
    public static readonly RefusalKind MaskedValue = new(
        "FIL-118",
        422,
        "内容已脱敏（含 *），不能保存，请填写完整的姓名和电话。",
        "The value is masked (contains *) and cannot be kept: give the whole name and number."
    );

    // R7: moves of a filing.
    public static readonly RefusalKind WrongMove = new(
        "FIL-201",
        409,
        "报备现为“{0}”，不能{1}。",
        "The filing is {2}: it cannot be {3} now."
    );
    public static readonly RefusalKind ConflictWithoutReason = new(
        "FIL-202",
        409,
        "车辆与 {0} 的时段冲突，须写明理由才能备案。",
        "A truck is also filed under {0} at that time: recording needs a written reason."
    );
    public static readonly RefusalKind WindowOver = new(
        "FIL-203",
        409,
        "作业时段已过，不能再备案；可以退回、不予备案或由申请人撤回。",
        "The window has passed and it can no longer be recorded: return or refuse it, or let the applicant withdraw."
    );
}
