namespace FilingApi.Domain;

/// <summary>The catalogue of refusals, a file for each area. A code is never reused for something else.</summary>
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
        "{0}，您的操作未生效。请核对后再办理。",
        "{1}: your action had no effect. Look at it again before you retry."
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

    public static readonly RefusalKind UnknownParameter = new(
        "FIL-029",
        422,
        "没有名为“{0}”的参数，请删除或改正拼写；可用的参数：{1}。",
        "There is no parameter \"{0}\": remove it or correct its name; known: {1}."
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
}
