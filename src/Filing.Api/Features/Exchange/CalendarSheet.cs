using System.Globalization;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Registry;
using FilingApi.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Exchange;

/// <summary>
/// Days off and make-up days (R8), a row each. The rows of a year are its whole calendar: they replace the one that was there.
/// </summary>
public sealed class CalendarSheet()
    : Sheet("calendars", typeof(DayRequest), [new("day", "日期", "/day", Cell.Day), new("kind", "类别", "/kind")])
{
    public sealed record DayRequest
    {
        public required DateOnly Day { get; init; }

        /// <summary>off (a day off beside weekends) or work (a weekend day that is worked).</summary>
        public required string Kind { get; init; }
    }

    public sealed class Rules : AbstractValidator<DayRequest>
    {
        public Rules()
        {
            RuleFor(request => request.Kind)
                .Must(kind => kind is "off" or "work")
                .Refuse(Refusals.WrongType, "off（放假）或 work（调休上班）", "off or work");
            RuleFor(request => request.Day)
                .Must(day => day.Year is >= 2000 and <= 2100)
                .Refuse(Refusals.WrongType, "2000–2100 年的日期", "a day of 2000-2100");
        }
    }

    public override async Task<IReadOnlyList<IReadOnlyList<object?>>> Read(FilingDb db, CancellationToken cancel) =>
        [
            .. (await db.Calendars.AsNoTracking().OrderBy(row => row.Year).ToListAsync(cancel))
                .SelectMany(year =>
                    year.Off.Select(day => (Day: day, Kind: "off"))
                        .Concat(year.Work.Select(day => (Day: day, Kind: "work")))
                        .OrderBy(row => row.Day)
                )
                .Select(row => new object?[] { $"{row.Day:yyyy-MM-dd}", row.Kind }),
        ];

    public override string KeyOf(object request) => ((DayRequest)request).Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override async Task<IReadOnlyList<RowResult>> Take(
        Taking taking,
        IReadOnlyList<GoodRow> rows,
        object? prepared,
        CancellationToken cancel
    )
    {
        var before = await taking.Db.Calendars.AsNoTracking().ToDictionaryAsync(year => year.Year, cancel);
        var results = await OneByOne(
            rows,
            taking.Caller,
            request => Task.FromResult((IsKnown(before, (DayRequest)request) ? Unchanged : Added, (Refusal?)null))
        );
        var taken = rows.Where((_, i) => results[i].Result != Refused).Select(row => (DayRequest)row.Request).GroupBy(day => day.Day.Year);
        foreach (var year in taken.OrderBy(year => year.Key))
        {
            var calendar = new ImportCalendar.Request { Off = Of(year, "off"), Work = Of(year, "work") };
            if (
                before.TryGetValue(year.Key, out var known)
                && known.Off.Order().SequenceEqual(calendar.Off)
                && known.Work.Order().SequenceEqual(calendar.Work)
            )
            {
                continue;
            }

            await ImportCalendar.Set(taking.Db, year.Key, calendar, taking.Caller, taking.Now, cancel);
        }

        return results;
    }

    private static DateOnly[] Of(IEnumerable<DayRequest> days, string kind) =>
        [.. days.Where(day => day.Kind == kind).Select(day => day.Day).Order()];

    private static bool IsKnown(Dictionary<int, CalendarRow> calendars, DayRequest day) =>
        calendars.TryGetValue(day.Day.Year, out var year) && (day.Kind == "off" ? year.Off : year.Work).Contains(day.Day);
}
