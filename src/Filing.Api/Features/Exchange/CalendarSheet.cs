using System.Globalization;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Registry;
using FilingApi.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Exchange;

/// <summary>
/// Days off and make-up days (R8), a row each. A row corrects its day and leaves the others: a notice may touch two years. With the
/// parameter <c>replace</c> the rows of a year are its whole calendar.
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

    public override bool CanReplace(string what) => what == "true" || what.Split(',').All(year => Year(year) is >= 2000 and <= 2100);

    /// <summary>A year that is to be replaced has rows.</summary>
    public override Refusal? Refuse(Taking taking, IReadOnlyList<GoodRow> rows) =>
        taking.Replace is null or "true" || taking.HasRefused
            ? null
            : taking
                .Replace.Split(',')
                .Where(year => rows.All(row => ((DayRequest)row.Request).Day.Year != Year(year)))
                .Select(year => Refusals.EmptyYear.At("/replace", year))
                .FirstOrDefault();

    public override async Task<IReadOnlyList<RowResult>> Take(
        Taking taking,
        IReadOnlyList<GoodRow> rows,
        object? prepared,
        CancellationToken cancel
    )
    {
        var change = new CalendarChange(await taking.Db.Calendars.AsNoTracking().ToListAsync(cancel), taking.Replace);
        var days = rows.Select(row => (DayRequest)row.Request).ToList();
        change.Take([.. days.Select(day => (day.Day, day.Kind == "off"))], taking.HasRefused);
        var both = rows.Where(row => change.IsBoth(((DayRequest)row.Request).Day)).ToList();
        var results = await OneByOne(
            [.. rows.Except(both)],
            taking.Caller,
            request => Task.FromResult(Result(change, (DayRequest)request))
        );
        foreach (var year in change.Years)
        {
            taking.Notes.AddRange(year.Notes());
            await ImportCalendar.Set(taking.Db, year.Year, year.ToRequest(), taking.Caller, taking.Now, cancel);
        }

        return [.. results, .. both.Select(row => Both(row, taking))];
    }

    private RowResult Both(GoodRow row, Taking taking)
    {
        var day = KeyOf(row.Request);
        return new RowResult(row.Row, day, Refused, [Error(Refusals.OffAndWork.At("/day", day), taking.Caller)]);
    }

    private static (string, Refusal?) Result(CalendarChange change, DayRequest request) =>
        change.RefusalOf(request.Day) is { } refusal
            ? (Refused, refusal)
            : (
                change.Before(request.Day) switch
                {
                    null => Added,
                    var known when known == request.Kind => Unchanged,
                    _ => Changed,
                },
                null
            );

    private static int? Year(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
