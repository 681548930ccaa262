using System.Globalization;

namespace Contracts.Register;

/// <summary>What a verdict says, in one sentence of each language.</summary>
public static class Sentences
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static (string Zh, string En) Of(Verdict verdict)
    {
        var basis = verdict.Bases.Count > 0 ? verdict.Bases[^1] : null;
        var number = basis?.Number;
        var from = basis is null ? null : Moment(basis.Body.From);
        var to = basis is null ? null : Moment(basis.Body.To);
        return verdict.Code switch
        {
            VerdictCode.Filed => ($"已备案：{number}，有效期 {from} 至 {to}。", $"On record: {number}, valid {from} to {to}."),
            VerdictCode.WrongPlace => (
                $"已备案 {number}，但不在备案的作业地点。",
                $"On record ({number}), but not at the filed work site."
            ),
            VerdictCode.WrongPlant => ($"已备案 {number}，但不在备案的处置场所。", $"On record ({number}), but not at the filed plant."),
            VerdictCode.Emergency => (
                $"应急报备 {number} 尚待环保站决定，可先行作业。",
                $"Emergency filing {number} awaits the station; the truck may start."
            ),
            VerdictCode.Pending => (
                $"报备 {number} 尚未备案，备案前不得作业。",
                $"Filing {number} is not yet on record; work may not start before it is."
            ),
            VerdictCode.Revoked => ($"备案 {number} 已被撤销。", $"The record {number} has been revoked."),
            VerdictCode.Completed => Ended(verdict, number),
            VerdictCode.Returned => ($"报备 {number} 已退回或不予备案。", $"Filing {number} was returned or refused."),
            VerdictCode.TooEarly => ($"备案 {number} 自 {from} 起才有效。", $"The record {number} is valid only from {from}."),
            VerdictCode.TooLate => ($"备案 {number} 已于 {to} 到期。", $"The record {number} ran out at {to}."),
            VerdictCode.NotFiled => ("未查到该车此时的备案。", "No record covers this truck at this moment."),
            _ => throw new InvalidOperationException($"No sentence for {verdict.Code}."),
        };
    }

    private static (string Zh, string En) Ended(Verdict verdict, string? number) =>
        verdict.Reason switch
        {
            EndReason.Withdrawn => ($"备案 {number} 已由申请人撤回。", $"The record {number} was withdrawn by the applicant."),
            EndReason.Superseded => ($"派单 {number} 已取消或改派。", $"The order {number} was cancelled or re-planned."),
            _ => ($"备案 {number} 的作业已完成。", $"The work of record {number} is completed."),
        };

    private static string Moment(DateTimeOffset at) => at.ToOffset(China).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
