using Contracts.Register;

namespace Contracts.Tests;

/// <summary>The only way to create data here: a filing for 10:00 to 12:00 of one day, site and plant far apart.</summary>
internal static class Make
{
    public const string Plate = "湘A12345";
    public const string Number = "XW-430181117-20261123-0001";
    public static readonly GeoPoint Site = new(28.2, 113.2);
    public static readonly GeoPoint Plant = new(28.3, 113.3);
    public static readonly DateTimeOffset From = At("10:00");
    public static readonly DateTimeOffset To = At("12:00");

    /// <summary>A moment of the day, or of a day around it: <c>At("10:00", days: 1)</c>.</summary>
    public static DateTimeOffset At(string time, int days = 0) =>
        new(
            new DateOnly(2026, 11, 23).AddDays(days),
            TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture),
            TimeSpan.FromHours(8)
        );

    public static Permission Permission(
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        bool emergency = false,
        PlateColour colour = PlateColour.Yellow,
        string plate = Plate,
        double radiusM = 300,
        GeoPoint? site = null,
        GeoPoint? plant = null
    ) =>
        new()
        {
            From = from ?? From,
            To = to ?? To,
            Emergency = emergency,
            Trucks = [new TruckKey(plate, colour)],
            Sites = [new Area(site ?? Site, radiusM)],
            Plant = new Area(plant ?? Plant, radiusM),
            PlantCode = "P1",
            Town = "430181117",
        };

    /// <summary>Facts of one number in order of seq: <c>("submitted", "08:00")</c>; submitted and ordered carry the body.</summary>
    public static RegisterFact[] Facts(Permission body, params (FactKind Kind, string At)[] acts) => Facts(Number, body, acts);

    public static RegisterFact[] Facts(string number, Permission body, params (FactKind Kind, string At)[] acts) =>
        [
            .. acts.Select(
                (act, i) =>
                    new RegisterFact(number, i + 1, act.Kind, At(act.At), act.Kind is FactKind.Submitted or FactKind.Ordered ? body : null)
            ),
        ];

    public static RegisterFact[] Recorded(Permission? body = null) =>
        Facts(body ?? Permission(), (FactKind.Submitted, "08:00"), (FactKind.Recorded, "09:00"));

    public static Question Ask(
        DateTimeOffset at,
        Activity activity = Activity.Passing,
        GeoPoint? point = null,
        PlateColour? colour = PlateColour.Yellow
    ) => new(Plate, colour, at, activity, point);

    public static Verdict Judge(IEnumerable<RegisterFact> facts, Question question) =>
        Contracts.Register.Judge.Verdict(History.Of(facts), question);
}
