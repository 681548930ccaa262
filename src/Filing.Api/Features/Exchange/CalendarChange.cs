using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Registry;

namespace FilingApi.Features.Exchange;

/// <summary>What a list of days does to the calendars: which of its days are refused, and how each year it touches is then.</summary>
internal sealed class CalendarChange(IReadOnlyList<CalendarRow> known, string? replace)
{
    private readonly Dictionary<int, ChangedYear> _years = [];
    private readonly Dictionary<DateOnly, Refusal> _refused = [];
    private HashSet<DateOnly> _both = [];

    /// <summary>Those whose calendar is another than before.</summary>
    public IEnumerable<ChangedYear> Years => _years.Values.Where(year => year.HasChanged).OrderBy(year => year.Year);

    public void Take(IReadOnlyList<(DateOnly Day, bool IsOff)> days, bool hasRefused)
    {
        _both = [.. days.Distinct().GroupBy(day => day.Day).Where(group => group.Count() > 1).Select(group => group.Key)];
        var isWhole = !hasRefused && _both.Count == 0;
        foreach (var group in days.Where(day => !_both.Contains(day.Day)).GroupBy(day => day.Day.Year).ToList())
        {
            var year = new ChangedYear(group.Key, known.FirstOrDefault(row => row.Year == group.Key), IsReplaced(group.Key));
            year.Take(group);
            if (year.IsReplaced && !isWhole)
            {
                Refuse(group, Refusals.YearNotReplaced.At("/day", group.Key));
            }
            else if (!year.HasDaysOff)
            {
                Refuse(group, Refusals.EmptyYear.At("/day", group.Key));
            }
            else
            {
                _years[group.Key] = year;
            }
        }
    }

    /// <summary>Given as a day off and as a working day.</summary>
    public bool IsBoth(DateOnly day) => _both.Contains(day);

    public Refusal? RefusalOf(DateOnly day) => _refused.GetValueOrDefault(day);

    /// <summary><c>off</c>, <c>work</c>, or null where the calendar had nothing for the day.</summary>
    public string? Before(DateOnly day) =>
        known.FirstOrDefault(row => row.Year == day.Year) is not { } year ? null
        : year.Off.Contains(day) ? "off"
        : year.Work.Contains(day) ? "work"
        : null;

    private bool IsReplaced(int year) =>
        replace == "true" || replace?.Split(',').Contains(year.ToString(System.Globalization.CultureInfo.InvariantCulture)) == true;

    private void Refuse(IEnumerable<(DateOnly Day, bool)> days, Refusal refusal)
    {
        foreach (var (day, _) in days)
        {
            _refused[day] = refusal;
        }
    }
}

/// <summary>One year under a list of days.</summary>
internal sealed class ChangedYear(int year, CalendarRow? before, bool isReplaced)
{
    private readonly HashSet<DateOnly> _off = isReplaced ? [] : [.. before?.Off ?? []];
    private readonly HashSet<DateOnly> _work = isReplaced ? [] : [.. before?.Work ?? []];

    public int Year => year;
    public bool IsReplaced => isReplaced;
    public bool HasDaysOff => _off.Count > 0;
    public bool HasChanged => before is null || !_off.SetEquals(before.Off) || !_work.SetEquals(before.Work);

    public void Take(IEnumerable<(DateOnly Day, bool IsOff)> days)
    {
        foreach (var (day, isOff) in days)
        {
            (isOff ? _off : _work).Add(day);
            (isOff ? _work : _off).Remove(day);
        }
    }

    public ImportCalendar.Request ToRequest() => new() { Off = [.. _off.Order()], Work = [.. _work.Order()] };

    public IEnumerable<Note> Notes()
    {
        if (before is null)
        {
            var days = _off.Count + _work.Count;
            yield return new Note(
                $"{year} 年原无日历，现只有本表的 {days} 天；如不是全年安排，请补全。",
                $"{year} had no calendar: it is now the {days} days of this list. Complete it if they are not the whole year."
            );
            yield break;
        }

        var gone = before.Off.Concat(before.Work).Where(day => !_off.Contains(day) && !_work.Contains(day)).Order().ToList();
        if (gone.Count > 0)
        {
            var list = string.Join(", ", gone.Select(day => $"{day:yyyy-MM-dd}"));
            yield return new Note($"{year} 年日历删去 {gone.Count} 天：{list}。", $"{gone.Count} days of {year} go: {list}.");
        }
    }
}
