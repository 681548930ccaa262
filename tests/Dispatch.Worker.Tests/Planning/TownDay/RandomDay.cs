using Contracts.Register;
using CsCheck;

namespace DispatchWorker.Tests.Planning.TownDay;

/// <summary>Random messages about a day: few keys in several versions. Key and version determine the content, as at the sender.</summary>
internal static class RandomDay
{
    private static readonly string[] Plates = ["湘A00001", "湘A00002", "湘A00003"];
    private static readonly string[] Times = ["05:00", "08:30", "11:00", "14:30", "19:00"];
    private static readonly Gen<string> Plate = Gen.OneOfConst(Plates);
    public static readonly Gen<string> Time = Gen.OneOfConst(Times);

    private static readonly Gen<object> Truck =
        from plate in Plate
        from version in Gen.Int[1, 3]
        select (object)Make.RosterTruck(plate, version, $"H{version % 2}", 5 + version, Make.Date.AddDays(2 - version));

    private static readonly Gen<object> Fleet =
        from plate in Plate
        from version in Gen.Int[1, 3]
        select (object)
            Make.TruckFleet(
                plate,
                version,
                @from: version == 2 ? "22:00" : "07:00",
                to: "06:30",
                overtime: version * 10,
                breaks: Make.Break("11:00", "13:00", 30)
            );

    private static readonly Gen<object> TruckDay =
        from plate in Plate
        from version in Gen.Int[1, 3]
        from days in Gen.Int[-1, 1]
        select (object)Make.TruckDay(plate, version, Make.Date.AddDays(days), onDuty: version != 2, offFrom: version == 3 ? "15:00" : null);

    private static readonly Gen<object> Plant =
        from n in Gen.Int[1, 2]
        from version in Gen.Int[1, 3]
        from what in Gen.Int[0, 2]
        select what switch
        {
            0 => Make.RosterPlant($"P{n}", version, n * 3, accepts: version == 2 ? "grease" : "septic"),
            1 => (object)Make.PlantFleet($"P{n}", version, m3: version * 10),
            _ => Make.PlantDay($"P{n}", version, open: version != 3, m3: version == 1 ? 6 : null),
        };

    private static readonly Gen<object> Place =
        from n in Gen.Int[0, 2]
        from version in Gen.Int[1, 2]
        from depot in Gen.Bool
        select depot
            ? (object)Make.RosterDepot($"D{n}", version, (n * 2) + version, n == 0 ? null : $"H{n - 1}")
            : Make.RosterOwner($"H{n}", version, version == 1 || n == 0 ? Make.Town : "430181118");

    private static readonly Gen<object> Job =
        from n in Gen.Int[1, 5]
        from version in Gen.Int[1, 3]
        select (object)
            Make.Job(
                $"GD-{n}",
                version,
                n,
                left: 4 - version,
                urgent: n == 2,
                earliest: n == 3 ? "09:00" : null,
                latest: n > 3 ? "15:00" : null,
                hard: n == 4
            );

    private static readonly Gen<object> Order =
        from n in Gen.Int[1, 4]
        from version in Gen.Int[1, 3]
        select (object)
            Make.Order(
                $"DD-{n}",
                version,
                Plates[n % 3],
                Times[n % 3],
                "15:00",
                ofPlan: n % 2 == 0,
                isOver: version == 3 && n > 2,
                plant: $"P{1 + (n % 2)}",
                town: n == 4 ? "430181118" : Make.Town,
                stops:
                [
                    Make.Stop(1, $"GD-{n}", n, begun: version == 2 ? "08:40" : null),
                    Make.Stop(2, $"GD-{n + 1}", n + 1, skipped: version == 3),
                ]
            );

    private static readonly Gen<object> Fact =
        from n in Gen.Int[1, 3]
        from plate in Plate
        from step in Gen.Int[0, 1]
        select (object)
            Make.Filing(Times[n], Times[n + 1], n == 2 ? FactKind.Withdrawn : FactKind.Recorded, $"XW-{n}", Plates[n - 1]).ElementAt(step);

    private static readonly object[] Beginning =
    [
        Make.RosterOwner("H0", 0),
        Make.RosterOwner("H1", 0),
        Make.RosterDepot("D0", 0, km: 3),
        Make.RosterPlant("P1", 0, km: 3),
        .. Plates.Select(plate => Make.RosterTruck(plate, 0, "H1", tank: 6, papersUntil: Make.Date.AddDays(1))),
    ];

    public static readonly Gen<object[]> Items =
        from begins in Gen.Int[0, 3]
        from items in Gen.OneOf(Truck, Fleet, TruckDay, Plant, Place, Job, Order, Fact).Array[1, 40]
        select (object[])[.. begins > 0 ? Beginning : [], .. items];
}
