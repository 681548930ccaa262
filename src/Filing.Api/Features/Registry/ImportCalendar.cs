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

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Off).Must(days => days.Count <= 200).Refuse(Refusals.ItemCount, 0, 200);
            RuleFor(request => request.Work).Must(days => days.Count <= 100).Refuse(Refusals.ItemCount, 0, 100);
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/calendars/{year:int}", Handle).RequireAccess("ImportCalendar", Role.Admin).Produces<CalendarYear>();

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

                await Set(db, year, request, caller, now, cancel);
                return Answer.Ok(new CalendarYear(year, request.Off, request.Work));
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
