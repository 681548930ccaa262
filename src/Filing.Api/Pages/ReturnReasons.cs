namespace FilingApi.Pages;

/// <summary>
/// The six usual reasons to send a filing back, each with the field it speaks of. They are kept as Chinese sentences; a page shows
/// them in its language.
/// </summary>
public static class ReturnReasons
{
    public sealed record Reason(string Key, string Field, string Zh);

    public static IReadOnlyList<Reason> All { get; } =
    [
        new("site", "site", "作业地点不清"),
        new("time", "time", "作业时段不合理"),
        new("trucks", "trucks", "车辆与作业不符"),
        new("amount", "amount", "方量或车次不合理"),
        new("plant", "plant", "处置去向不明或缺接收协议"),
        new("contact", "contact", "联系人无法联系"),
    ];

    public static Reason? Of(string key) => All.FirstOrDefault(reason => reason.Key == key);

    /// <summary>The field that a defect speaks of, where it is one of the usual reasons.</summary>
    public static string? FieldOf(string defect) => All.FirstOrDefault(reason => reason.Zh == defect)?.Field;

    public static string Say(string defect, Words words) =>
        All.FirstOrDefault(reason => reason.Zh == defect) is { } known ? words[$"reason.{known.Key}"] : defect;
}
