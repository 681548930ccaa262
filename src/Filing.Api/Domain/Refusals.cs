namespace FilingApi.Domain;

/// <summary>The catalogue of refusals. A code is never reused for something else.</summary>
public static partial class Refusals
{
    // The shape of what is sent.
    public static readonly RefusalKind BrokenJson = new(
        "FIL-001",
        400,
        "请求内容不是有效的 JSON：{0}。请按接口说明重发。",
        "The body is not valid JSON: {0}. Send it again as described."
    );
    public static readonly RefusalKind UnknownMember = new(
        "FIL-002",
        400,
        "没有名为“{0}”的字段，请删除或改正拼写。",
        "There is no member \"{0}\": remove it or correct its name."
    );
    public static readonly RefusalKind WrongType = new("FIL-003", 400, "类型或格式不对，应为{0}。", "Wrong type or form: expected {1}.");
    public static readonly RefusalKind MissingMember = new(
        "FIL-004",
        400,
        "缺少必填字段“{0}”，请补上。",
        "The member \"{0}\" is missing: add it."
    );
    public static readonly RefusalKind BodyTooLarge = new(
        "FIL-005",
        413,
        "请求内容过大（上限 {0} 字节），请分批发送。",
        "The body is too large (at most {0} bytes): send it in parts."
    );
    public static readonly RefusalKind WrongMediaType = new(
        "FIL-006",
        415,
        "请用 Content-Type: {0} 发送。",
        "Send it with Content-Type: {0}."
    );
    public static readonly RefusalKind TextLength = new("FIL-010", 422, "须填 {0} 至 {1} 个字。", "Must have {0} to {1} characters.");
    public static readonly RefusalKind NumberRange = new(
        "FIL-011",
        422,
        "须在 {0} 与 {1} 之间，小数不超过 {2} 位。",
        "Must lie between {0} and {1} with at most {2} decimals."
    );
    public static readonly RefusalKind ImplausiblePoint = new(
        "FIL-012",
        422,
        "坐标不在中国范围内（经度 72–137.9，纬度 0.8–55.9），请检查经纬度是否写反。",
        "The point lies outside China (lon 72-137.9, lat 0.8-55.9): are latitude and longitude swapped?"
    );
    public static readonly RefusalKind UnreadablePlate = new(
        "FIL-013",
        422,
        "“{0}”不是有效车牌，请核对。",
        "\"{0}\" is not a plate: check it."
    );
    public static readonly RefusalKind ItemCount = new("FIL-014", 422, "须有 {0} 至 {1} 项。", "Must have {0} to {1} items.");
    public static readonly RefusalKind RepeatedItem = new(
        "FIL-015",
        422,
        "“{0}”重复，请删除多余的一项。",
        "\"{0}\" is given twice: remove one."
    );
    public static readonly RefusalKind BadParameter = new(
        "FIL-017",
        422,
        "参数“{0}”无效：应为{1}。",
        "The parameter \"{0}\" is not valid: expected {2}."
    );
    public static readonly RefusalKind BadText = new(
        "FIL-018",
        422,
        "含有不能保存的字符，请改正。",
        "Contains characters that cannot be kept: correct them."
    );
    public static readonly RefusalKind NotFound = new(
        "FIL-020",
        404,
        "没有找到，或您无权查看。请核对编号。",
        "Not found, or not yours to see: check the number."
    );
    public static readonly RefusalKind StaleVersion = new(
        "FIL-021",
        412,
        "记录已被他人改动（现为第 {0} 版），请刷新后再试。",
        "The record has changed (now version {0}): load it again, then retry."
    );
    public static readonly RefusalKind KeyReused = new(
        "FIL-022",
        422,
        "该 Idempotency-Key 已用于另一内容，请换一个。",
        "This Idempotency-Key was used for another request: take a new one."
    );
    public static readonly RefusalKind NotNow = new(
        "FIL-023",
        503,
        "服务暂时不能保存，什么也没有写入，请稍后再试。",
        "The service cannot save at the moment; nothing was written. Try again shortly."
    );
    public static readonly RefusalKind OurFault = new(
        "FIL-024",
        500,
        "服务出错，已记录，什么也没有写入。",
        "Our fault; it is logged and nothing was written."
    );
    public static readonly RefusalKind DiskFull = new(
        "FIL-028",
        503,
        "磁盘空间不足（剩 {0} MB，至少须 {1} MB），暂不能保存，查询照常；请联系运维清理磁盘或扩容。",
        "The disk is nearly full ({0} MB free, {1} MB needed): nothing is saved, checks go on. Have the operator free or add space."
    );
    public static readonly RefusalKind WrongMethod = new("FIL-025", 405, "此地址不支持该方法。", "This address does not take that method.");
    public static readonly RefusalKind AlreadyThere = new(
        "FIL-026",
        409,
        "“{0}”已经存在，请换一个或修改原有的。",
        "\"{0}\" is already there: take another or change the existing one."
    );
    public static readonly RefusalKind UnknownReference = new(
        "FIL-027",
        422,
        "没有“{0}”，请先登记或核对。",
        "There is no \"{0}\": register it first or check it."
    );

    public static readonly RefusalKind NoSheet = new(
        "FIL-030",
        422,
        "不是可读的表格（{0}），请另存为 xlsx 或 csv 后重试。",
        "Not a readable table ({0}): save it as xlsx or csv and try again."
    );
    public static readonly RefusalKind UnknownColumn = new(
        "FIL-031",
        422,
        "没有名为“{0}”的列，可用的列：{1}。",
        "There is no column \"{0}\"; known: {1}."
    );

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

    // R11: trips.
    public static readonly RefusalKind AlreadyLoaded = new("FIL-301", 409, "该车次已装车，不能再次装车。", "This trip is already loaded.");
    public static readonly RefusalKind NoValidEntry = new(
        "FIL-302",
        409,
        "此刻没有有效的备案允许该车装运，不得装车。",
        "No valid record lets this truck load at this moment."
    );
    public static readonly RefusalKind TruckNotOfFiling = new(
        "FIL-303",
        409,
        "该车不在此备案的车辆之中。",
        "This truck is not one of the filing's."
    );
    public static readonly RefusalKind PlateAmbiguous = new(
        "FIL-304",
        422,
        "该车牌有两种颜色，请写明颜色。",
        "Two trucks carry this plate: give the colour."
    );
    public static readonly RefusalKind NotLoaded = new(
        "FIL-305",
        409,
        "该车次尚未装车，不能接收或拒收。",
        "This trip has not been loaded: it can be neither received nor rejected."
    );
    public static readonly RefusalKind AlreadyClosed = new("FIL-306", 409, "该车次已{0}，不能再办。", "This trip is already {1}.");
    public static readonly RefusalKind PlateMismatch = new(
        "FIL-307",
        409,
        "车牌与装车时不符（装车：{0}），已生成线索，请核对车辆。",
        "The plate is not the loaded truck's ({0}); a lead was raised. Check the truck."
    );
    public static readonly RefusalKind NetWeight = new(
        "FIL-308",
        422,
        "净重应等于毛重减皮重（{0} kg）。",
        "Net must be gross minus tare ({0} kg)."
    );
    public static readonly RefusalKind OtherPlantsName = new(
        "SEC-006",
        403,
        "只能以本单位名义接收或拒收。",
        "A plant receives and rejects in its own name only."
    );

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
        "The order is {0}: this cannot be done with it now."
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

    // R4: sightings.
    public static readonly RefusalKind SightingShape = new(
        "ENF-101",
        422,
        "该条内容不合格式：{0}。",
        "This item does not have the right shape: {0}."
    );
    public static readonly RefusalKind SightingPlate = new("ENF-102", 422, "没有可识别的车牌。", "No readable plate.");
    public static readonly RefusalKind SightingAhead = new(
        "ENF-103",
        422,
        "时间比到达时刻晚 10 分钟以上，请校准设备时钟。",
        "Seen more than 10 minutes after its arrival: set the device's clock."
    );
    public static readonly RefusalKind SightingOld = new(
        "ENF-104",
        422,
        "时间比到达时刻早 30 天以上，不再受理。",
        "Seen more than 30 days before its arrival: too old."
    );
    public static readonly RefusalKind SightingPlace = new(
        "ENF-105",
        422,
        "坐标不在中国范围内，请检查经纬度是否写反。",
        "The point lies outside China: are latitude and longitude swapped?"
    );
    public static readonly RefusalKind SightingSource = new(
        "ENF-106",
        422,
        "您的账号只能上报来源“{0}”。",
        "Your account may only report the source \"{0}\"."
    );
    public static readonly RefusalKind PhotoShape = new(
        "ENF-107",
        422,
        "照片须为 JPEG，不超过 {0} KB，请缩小后再传。",
        "The photo must be a JPEG of at most {0} KB: make it smaller."
    );
    public static readonly RefusalKind RecordKept = new(
        "ENF-108",
        409,
        "该条已有现场记录，不能改写；如有补充请另记一条。",
        "This sighting has its record already and it is not rewritten: make another one to add to it."
    );

    // Checks, runs, leads.
    public static readonly RefusalKind FutureQuestion = new("ENF-201", 422, "不能询问将来的时刻。", "A future moment cannot be asked.");
    public static readonly RefusalKind HalfPoint = new("ENF-202", 422, "经度和纬度须同时给出。", "Give latitude and longitude together.");
    public static readonly RefusalKind RunClosed = new(
        "ENF-301",
        409,
        "该线索已办结，不能再核查。",
        "This lead is closed: it cannot be checked again."
    );
    public static readonly RefusalKind NotDoubtful = new(
        "ENF-302",
        409,
        "该条不在待人工核对之列。",
        "This sighting does not wait for a person's look."
    );

    // Who may.
    public static readonly RefusalKind NotSignedIn = new("SEC-001", 401, "请先登录。", "Sign in first.");
    public static readonly RefusalKind MayNot = new("SEC-002", 403, "您的角色不能办理此事。", "Your role may not do this.");
    public static readonly RefusalKind WrongPassword = new(
        "SEC-003",
        401,
        "账号或密码不对，请重试。",
        "Account or password is wrong: try again."
    );
    public static readonly RefusalKind LockedOut = new(
        "SEC-004",
        429,
        "登录失败次数过多，请 30 分钟后再试。",
        "Too many failed attempts: try again in 30 minutes."
    );
    public static readonly RefusalKind TooMany = new(
        "SEC-007",
        429,
        "请求过于频繁，请 {0} 秒后再试。",
        "Too many requests: try again in {0} s."
    );
    public static readonly RefusalKind TooManyWords = new(
        "SEC-008",
        429,
        "校验码错误次数过多，请一小时后再试。",
        "Too many wrong check words: try again in an hour."
    );
    public static readonly RefusalKind UsedPassword = new(
        "SEC-009",
        422,
        "新密码不能与最近 {0} 次用过的相同，请换一个。",
        "The new password is one of the last {0}: choose another."
    );
    public static readonly RefusalKind OwnAccount = new(
        "SEC-010",
        409,
        "不能关闭自己的账号，请由另一位管理员办理。",
        "Your own account cannot be closed by you: another administrator does it."
    );
    public static readonly RefusalKind WrongCode = new(
        "SEC-011",
        403,
        "一次性代码不对，请照首次启动时显示的输入。",
        "The one-time code is wrong: give the one that the first start showed."
    );
    public static readonly RefusalKind CodeUsed = new(
        "SEC-012",
        409,
        "没有可用的一次性代码：首位管理员已经设立，请由管理员开设账号。",
        "No one-time code is open: the first administrator is there and makes all other accounts."
    );
    public static readonly RefusalKind ForeignPage = new(
        "SEC-013",
        403,
        "此请求不是从本系统的页面发出的，未办理。请回到本系统的页面重试。",
        "This request did not come from a page of this service and was not carried out: go back to the service's own page and retry."
    );
    public static readonly RefusalKind WeakPassword = new(
        "SEC-005",
        422,
        "密码须至少 10 位，含大写、小写、数字和符号。",
        "The password needs at least 10 characters with upper case, lower case, digit and sign."
    );
}
