using System.Globalization;

namespace Contracts.Register;

/// <summary>How a verdict is displayed: its colour, one word and one sentence, in both languages. One row per code.</summary>
/// <param name="Colour">Green: may pass. Amber: look closer. Red: act.</param>
/// <param name="Word">The heading of the answer.</param>
/// <param name="Sentence">The reason, with the number and the window it is based on.</param>
public sealed record VerdictWords(
    VerdictColour Colour,
    (string Zh, string En) Word,
    Func<VerdictWords.Names, (string Zh, string En)> Sentence
)
{
    /// <summary>The basis that the sentence names: the last of the verdict.</summary>
    public readonly record struct Names(string? Number, string? From, string? To, EndReason? Reason);

    public static VerdictWords Of(VerdictCode code) =>
        code switch
        {
            VerdictCode.Filed => Green(
                ("已备案", "On record"),
                of => ($"已备案：{of.Number}，有效期 {of.From} 至 {of.To}。", $"On record: {of.Number}, valid {of.From} to {of.To}.")
            ),
            VerdictCode.WrongPlace => Red(
                ("地点不符", "Wrong place"),
                of => ($"已备案 {of.Number}，但不在备案的作业地点。", $"On record ({of.Number}), but not at the filed work site.")
            ),
            VerdictCode.WrongPlant => Red(
                ("处置点不符", "Wrong plant"),
                of => ($"已备案 {of.Number}，但不在备案的处置场所。", $"On record ({of.Number}), but not at the filed plant.")
            ),
            VerdictCode.Emergency => Amber(
                ("应急待决", "Emergency"),
                of =>
                    (
                        $"应急报备 {of.Number} 尚待环保站决定，可先行作业。",
                        $"Emergency filing {of.Number} awaits the station; the truck may start."
                    )
            ),
            VerdictCode.Pending => Red(
                ("尚未备案", "Not yet filed"),
                of =>
                    (
                        $"报备 {of.Number} 尚未备案，备案前不得作业。",
                        $"Filing {of.Number} is not yet on record; work may not start before it is."
                    )
            ),
            VerdictCode.Revoked => Red(
                ("备案已撤销", "Revoked"),
                of => ($"备案 {of.Number} 已被撤销。", $"The record {of.Number} has been revoked.")
            ),
            VerdictCode.Completed => Red(("备案已结束", "Ended"), Ended),
            VerdictCode.Returned => Red(
                ("已退回", "Sent back"),
                of => ($"报备 {of.Number} 已退回或不予备案。", $"Filing {of.Number} was returned or refused.")
            ),
            VerdictCode.TooEarly => Red(
                ("未到时段", "Too early"),
                of => ($"备案 {of.Number} 自 {of.From} 起才有效。", $"The record {of.Number} is valid only from {of.From}.")
            ),
            VerdictCode.TooLate => Red(
                ("已过时段", "Too late"),
                of => ($"备案 {of.Number} 已于 {of.To} 到期。", $"The record {of.Number} ran out at {of.To}.")
            ),
            VerdictCode.NotFiled => Red(
                ("未备案", "Not on record"),
                _ => ("未查到该车此时的备案。", "No record covers this truck at this moment.")
            ),
            _ => throw new InvalidOperationException($"No words for {code}."),
        };

    /// <summary>The sentence of one verdict.</summary>
    public static (string Zh, string En) SentenceOf(Verdict verdict)
    {
        var basis = verdict.Bases.Count > 0 ? verdict.Bases[^1] : null;
        return Of(verdict.Code)
            .Sentence(
                new Names(
                    basis?.Number,
                    basis is null ? null : Moment(basis.Body.From),
                    basis is null ? null : Moment(basis.Body.To),
                    verdict.Reason
                )
            );
    }

    private static VerdictWords Green((string, string) word, Func<Names, (string, string)> sentence) =>
        new(VerdictColour.Green, word, sentence);

    private static VerdictWords Amber((string, string) word, Func<Names, (string, string)> sentence) =>
        new(VerdictColour.Amber, word, sentence);

    private static VerdictWords Red((string, string) word, Func<Names, (string, string)> sentence) =>
        new(VerdictColour.Red, word, sentence);

    private static (string Zh, string En) Ended(Names of) =>
        of.Reason switch
        {
            EndReason.Withdrawn => ($"备案 {of.Number} 已由申请人撤回。", $"The record {of.Number} was withdrawn by the applicant."),
            EndReason.Superseded => ($"派单 {of.Number} 已取消或改派。", $"The order {of.Number} was cancelled or re-planned."),
            _ => ($"备案 {of.Number} 的作业已完成。", $"The work of record {of.Number} is completed."),
        };

    private static string Moment(DateTimeOffset at) => at.ToChina().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
