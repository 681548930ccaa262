using System.Globalization;
using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Register;

namespace FilingApi.Pages;

/// <summary>
/// How moments, amounts, plates and names stand on a page (facts.md §8.2): Asia/Shanghai, 24 hours, <c>2026-11-24 09:30</c>, m³
/// without trailing zeros, plates with a dot.
/// </summary>
public sealed class Format(Words words, RosterIndex roster, RegisterClock clock)
{
    public const string Nothing = "—";

    public DateTimeOffset Now => clock.Now;

    public DateOnly Today => DayOf(Now);

    public static DateOnly DayOf(DateTimeOffset at) => ChinaTime.DayOf(at);

    public static string Moment(DateTimeOffset? at) => at?.ToChina().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? Nothing;

    public static string Time(DateTimeOffset at) => at.ToChina().ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Amount(decimal? m3) =>
        m3 is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:0.###} m³") : Nothing;

    public static string Plate(string plate) => Contracts.Register.Plate.TryParse(plate, out var known) ? known.Display : plate;

    /// <summary>Today, tomorrow, a weekday: as people say it.</summary>
    public string DayInWords(DateOnly day) =>
        (day.DayNumber - Today.DayNumber) switch
        {
            0 => words["day.today"],
            1 => words["day.tomorrow"],
            -1 => words["day.yesterday"],
            _ => $"{day.ToString("MM-dd", CultureInfo.InvariantCulture)} {Weekday(day)}",
        };

    public string Weekday(DateOnly day) => words[$"weekday.{(int)day.DayOfWeek}"];

    public string InWords(DateTimeOffset at) => $"{DayInWords(DayOf(at))} {Time(at)}";

    /// <summary>From one moment to another, the day said once where it is one.</summary>
    public string Window(DateTimeOffset from, DateTimeOffset to) =>
        DayOf(from) == DayOf(to) ? $"{DayInWords(DayOf(from))} {Time(from)}–{Time(to)}" : $"{InWords(from)} – {InWords(to)}";

    /// <summary>The time left, or gone by: "2 小时 5 分".</summary>
    public string Span(TimeSpan span)
    {
        var whole = span.Duration();
        return whole.TotalHours >= 48 ? words["span.days", (int)whole.TotalDays]
            : whole.TotalHours >= 1 ? words["span.hours", (int)whole.TotalHours, whole.Minutes]
            : words["span.minutes", Math.Max(1, whole.Minutes)];
    }

    /// <summary>A moment as documents write it.</summary>
    public string Document(DateTimeOffset at) =>
        words.IsEnglish ? Moment(at) : at.ToChina().ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    public string DocumentWindow(DateTimeOffset from, DateTimeOffset to) =>
        $"{Document(from)} – {(DayOf(from) == DayOf(to) ? Time(to) : Document(to))}";

    /// <summary>Plate, colour and owner.</summary>
    public string Truck(TruckRef truck)
    {
        var owner = Contracts.Register.Plate.TryParse(truck.Plate, out var plate)
            ? roster.Now.Truck(new TruckKey(plate.Value, truck.Colour))?.Owner
            : null;
        string?[] parts = [Plate(truck.Plate), words.Of("colour", truck.Colour), owner is null ? null : Organisation(owner)];
        return string.Join(" · ", parts.OfType<string>());
    }

    public string Organisation(string code) => roster.Now.Organisations.GetValueOrDefault(code)?.Name ?? code;

    public string PlantName(string code) => roster.Now.Plants.GetValueOrDefault(code)?.Name ?? code;

    public string Town(string code) => roster.Now.Towns.GetValueOrDefault(code)?.Name ?? code;

    public string Home => roster.Now.Home?.Name ?? "";
}
