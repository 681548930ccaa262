namespace FilingApi.Domain;

public static partial class Refusals
{
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
}
