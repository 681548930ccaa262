using System.Text.Json.Serialization;
using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>States of a filing (R7). <c>Expired</c> is never stored: it is a recorded filing whose window has passed.</summary>
[JsonConverter(typeof(WireNameConverter<FilingStatus>))]
public enum FilingStatus
{
    Draft,
    Submitted,
    Recorded,
    Returned,
    Refused,
    Withdrawn,
    Revoked,
    Completed,
    Expired,
}

/// <summary>What can be done to a filing; <c>Complete</c> is the last receipt's doing.</summary>
[JsonConverter(typeof(WireNameConverter<FilingAct>))]
public enum FilingAct
{
    Edit,
    Submit,
    Record,
    Return,
    Refuse,
    Withdraw,
    Revoke,
    Complete,
}

/// <summary>R7 as data: every state × act is decided here and nowhere else.</summary>
public static class FilingMoves
{
    public static bool Allows(FilingStatus status, FilingAct act) =>
        (status, act) switch
        {
            (FilingStatus.Draft, FilingAct.Edit or FilingAct.Submit) => true,
            (FilingStatus.Submitted, FilingAct.Record or FilingAct.Return or FilingAct.Refuse or FilingAct.Withdraw) => true,
            (FilingStatus.Returned, FilingAct.Edit or FilingAct.Submit or FilingAct.Withdraw) => true,
            (FilingStatus.Recorded, FilingAct.Revoke or FilingAct.Withdraw or FilingAct.Complete) => true,
            (FilingStatus.Expired, FilingAct.Complete) => true,
            _ => false,
        };

    public static string Zh(FilingStatus status) =>
        status switch
        {
            FilingStatus.Draft => "草稿",
            FilingStatus.Submitted => "待审核",
            FilingStatus.Recorded => "已备案",
            FilingStatus.Returned => "已退回",
            FilingStatus.Refused => "不予备案",
            FilingStatus.Withdrawn => "已撤回",
            FilingStatus.Revoked => "已撤销",
            FilingStatus.Completed => "已完成",
            FilingStatus.Expired => "已到期",
            _ => throw new InvalidOperationException($"No word for {status}."),
        };

    public static (string Zh, string En) Words(FilingAct act) =>
        act switch
        {
            FilingAct.Edit => ("修改", "changed"),
            FilingAct.Submit => ("提交", "submitted"),
            FilingAct.Record => ("予以备案", "recorded"),
            FilingAct.Return => ("退回", "returned"),
            FilingAct.Refuse => ("不予备案", "refused"),
            FilingAct.Withdraw => ("撤回", "withdrawn"),
            FilingAct.Revoke => ("撤销", "revoked"),
            FilingAct.Complete => ("完成", "completed"),
            _ => throw new InvalidOperationException($"No words for {act}."),
        };

    /// <summary>What was done, after who and when: 已由某人于 09:30 备案.</summary>
    public static (string Zh, string En) Done(FilingAct act) =>
        act switch
        {
            FilingAct.Record => ("备案", "recorded"),
            FilingAct.Refuse => ("决定不予备案", "refused"),
            FilingAct.Revoke => ("撤销备案", "revoked"),
            _ => Words(act),
        };
}
