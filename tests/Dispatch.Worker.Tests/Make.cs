using System.Globalization;
using Contracts.Filing;
using Contracts.Register;
using DispatchWorker.Sightings;

namespace DispatchWorker.Tests;

/// <summary>The only way to create data here; times are minutes of one morning, 0 is 08:00.</summary>
internal static partial class Make
{
    public const string Plate = "湘A12345";
    private static readonly GeoPoint Site = new(28.2, 113.2);
    private static readonly GeoPoint Plant = new(28.3, 113.3);
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.FromHours(8));

    public static DateTimeOffset At(double minute) => Start.AddMinutes(minute);

    public static Sighting Sighting(
        string id,
        double minute,
        string plate = Plate,
        PlateColour? colour = PlateColour.Yellow,
        bool doubtful = false,
        Activity activity = Activity.Passing,
        bool atPlant = false
    ) =>
        new()
        {
            Id = id,
            Account = "camera",
            SenderId = id,
            Town = "430181117",
            Plate = plate,
            Colour = colour,
            At = At(minute),
            Activity = activity,
            Point = atPlant ? Plant : Site,
            Doubtful = doubtful,
        };

    /// <summary>Arrives at the given minute.</summary>
    public static SightingsReported Batch(double arrived, params Sighting[] sightings) =>
        new() { ArrivedAt = At(arrived), Sightings = sightings };

    public static Permission Permission(double from, double to, string plate = Plate, PlateColour colour = PlateColour.Yellow) =>
        new()
        {
            From = At(from),
            To = At(to),
            Emergency = false,
            Trucks = [new TruckKey(plate, colour)],
            Sites = [new Area(Site, 300)],
            Plant = new Area(Plant, 300),
            PlantCode = "P1",
            Town = "430181117",
        };

    public static RegisterFact Fact(string number, int seq, FactKind kind, double minute, Permission? body = null) =>
        new(number, seq, kind, At(minute), body);

    /// <summary>An order that covers a time: one fact makes a truck green.</summary>
    public static RegisterFact Ordered(double decided, double from, double to, string number = "DD-1", string plate = Plate) =>
        Fact(number, 1, FactKind.Ordered, decided, Permission(from, to, plate));

    public static RegisterFactsAdded Facts(params RegisterFact[] facts) => new() { Facts = facts };

    public static RedSighting Red(string id, double minute, VerdictCode code = VerdictCode.NotFiled) =>
        new(id, At(minute), At(minute), code, "camera", id);

    public static Guid Id(int n) => Guid.Parse(n.ToString("x8", CultureInfo.InvariantCulture) + "-0000-7000-8000-000000000000");
}
