using Contracts.Delivery;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Registry;

/// <summary>
/// The administrator imports a year's official calendar (R8); filings and leads that waited for it get their due moment now.
/// </summary>
public static class ImportCalendar
{
    /// <summary>Days off beside weekends, and weekend days that are worked.</summary>
    public sealed record Request
    {
        public required IReadOnlyList<DateOnly> Off { get; init; }
        public required IReadOnlyList<DateOnly> Work { get; init; }
    }

    /// <summary><c>Gone</c>: days that the calendar before had and this one does not.</summary>
    public sealed record CalendarView(int Year, IReadOnlyList<DateOnly> Off, IReadOnlyList<DateOnly> Work, IReadOnlyList<DateOnly> Gone);

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Off).Custom((days, context) => NotTwice("Off", days, [], context));
            RuleFor(request => request.Work).Custom((days, context) => NotTwice("Work", days, context.InstanceToValidate.Off, context));
            RuleFor(request => request.Off).Must(days => days.Count <= 200).Refuse(Refusals.ItemCount, 0, 200);
            RuleFor(request => request.Work).Must(days => days.Count <= 100).Refuse(Refusals.ItemCount, 0, 100);
        }

        private static void NotTwice(
            string member,
            IReadOnlyList<DateOnly> days,
            IReadOnlyList<DateOnly> off,
            ValidationContext<Request> context
        )
        {
            for (var i = 0; i < days.Count; i++)
            {
                var refusal =
                    off.Contains(days[i]) ? Refusals.OffAndWork
                    : days.Take(i).Contains(days[i]) ? Refusals.RepeatedItem
                    : null;
                if (refusal is not null)
                {
                    var state = refusal.At("", $"{days[i]:yyyy-MM-dd}");
                    context.AddFailure(
                        new FluentValidation.Results.ValidationFailure($"{member}[{i}]", refusal.Code) { CustomState = state }
                    );
                }
            }
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/calendars/{year:int}", Handle)
            .RequireAccess("ImportCalendar", Role.Admin)
            .Refuses(Refusals.OffAndWork, Refusals.EmptyYear)
            .Produces<CalendarView>();

    public static Task<Answer> Handle(int year, Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                if (year is < 2000 or > 2100)
                {
                    return Answer.Refused(caller, Refusals.BadParameter.At("/year", "year", "2000–2100", "2000-2100"));
                }

                var strays = request
                    .Off.Concat(request.Work)
                    .Where(day => day.Year != year)
                    .Select(day => Refusals.BadParameter.With("year", $"{day:O} 不在 {year} 年", $"{day:O} not in {year}"))
                    .ToList();
                if (strays.Count > 0)
                {
                    return Answer.Refused(caller, strays);
                }

                if (request.Off.Count == 0)
                {
                    return Answer.Refused(caller, Refusals.EmptyYear.At("/off", year));
                }

                var before = await db.Calendars.AsNoTracking().SingleOrDefaultAsync(known => known.Year == year, cancel);
                var gone = (before?.Off ?? []).Concat(before?.Work ?? []).Except(request.Off).Except(request.Work).Order();
                await Set(db, year, request, caller, now, cancel);
                return Answer.Ok(new CalendarView(year, request.Off, request.Work, [.. gone]));
            },
            cancel
        );

    public static async Task Set(FilingDb db, int year, Request request, Caller caller, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Calendars.FindAsync([year], cancel) is { } known)
        {
            (known.Off, known.Work) = (request.Off, request.Work);
            known.Log("changed", caller.Actor, now);
        }
        else
        {
            var made = new CalendarRow
            {
                Year = year,
                Off = request.Off,
                Work = request.Work,
            };
            made.Begin("made", caller.Actor, now);
            db.Calendars.Add(made);
        }

        db.RosterChanged = true;
        await db.SaveChangesAsync(cancel);
        await SetMissingDueMoments(db, now, cancel);
    }

    private static async Task SetMissingDueMoments(FilingDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var days = await db.WorkingDays(cancel);
        foreach (var lead in await db.Leads.Where(waiting => waiting.DueAt == null).ToListAsync(cancel))
        {
            lead.SetDue(days, now);
        }

        foreach (var filing in await db.Filings.Where(waiting => waiting.SubmittedAt != null && waiting.DueAt == null).ToListAsync(cancel))
        {
            if (days.DueAt(filing.SubmittedAt!.Value, filing.Body.Emergency) is not { } due)
            {
                continue;
            }

            filing.SetDue(due, now);
            if (filing.Status != FilingStatus.Submitted)
            {
                continue;
            }

            await db.SetDeadline(FilingDeadlines.Undecided, filing.Number, due, cancel);
            db.Emit(filing.ToReviewRequest(), filing.Town);
        }
    }
}
