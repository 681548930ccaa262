using System.Globalization;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Fleet;

/// <summary>Whose trucks a caller keeps, and how times of day are written.</summary>
internal static class FleetQueries
{
    private const string Form = "HH:mm";

    /// <summary>A hauler's own; the centre's are those of the haulers of its towns.</summary>
    public static IQueryable<Truck> KeptBy(this IQueryable<Truck> trucks, FilingDb db, Caller caller)
    {
        var organisation = caller.Organisation;
        return caller.Role == Role.Hauler
            ? trucks.Where(truck => truck.Owner == organisation)
            : trucks.Where(truck => db.Organisations.InTownsOf(caller).Any(owner => owner.Code == truck.Owner));
    }

    /// <summary>The truck of an address; null where the caller has no such truck.</summary>
    public static async Task<Truck?> TruckFor(this FilingDb db, Caller caller, string plate, string colour, CancellationToken cancel)
    {
        if (!Plate.TryParse(plate, out var known) || !WireName<PlateColour>.TryParse(colour, out var painted))
        {
            return null;
        }

        var value = known.Value;
        return await db
            .Trucks.AsNoTracking()
            .KeptBy(db, caller)
            .SingleOrDefaultAsync(truck => truck.Plate == value && truck.Colour == painted, cancel);
    }

    public static Refusal? NoDay(string date, out DateOnly day) =>
        Days.TryParse(date, out day) ? null : Refusals.BadParameter.At("/date", "date", "日期，如 2026-11-24", "a day such as 2026-11-24");

    public static IRuleBuilderOptions<T, string?> IsTimeOfDay<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || TimeOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            .Refuse(Refusals.WrongType, "时刻，如 06:30", "a time such as 06:30");

    public static TimeOnly ToTime(this string text) => TimeOnly.ParseExact(text, Form, CultureInfo.InvariantCulture);

    public static string ToText(this TimeOnly time) => time.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>What is wrong with two ends of a day that are given together or not at all.</summary>
    public static IEnumerable<Refusal> HoursFaults(string? from, string? to, string pointer, bool mayPassMidnight)
    {
        if (from is null != to is null)
        {
            yield return Refusals.HalfHours.At(pointer);
        }
        else if (from is not null && (mayPassMidnight ? from == to : to!.ToTime() <= from.ToTime()))
        {
            yield return Refusals.EmptyHours.At(pointer);
        }
    }
}
