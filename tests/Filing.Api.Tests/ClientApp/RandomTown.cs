using Contracts.Register;
using CsCheck;

namespace FilingApi.Tests.ClientApp;

/// <summary>A few random plates, numbers and facts around one day: enough to produce every answer.</summary>
internal static class RandomTown
{
    public static readonly DateTimeOffset Midnight = new(2026, 11, 24, 0, 0, 0, TimeSpan.FromHours(8));
    public static readonly string[] Plates = ["湘A12345", "湘A1234D", "湘AD12345", "湘A12345F", "湘U00001"];

    private static readonly Gen<DateTimeOffset> HalfHours = Gen.Int[0, 60].Select(half => Midnight.AddMinutes(30 * half));

    private static readonly Gen<Permission> Bodies =
        from start in HalfHours
        from halves in Gen.Int[1, 12]
        from emergency in Gen.Bool
        from plates in Gen.OneOfConst(Plates).Array[1, 2]
        from site in Gen.OneOfConst(Make.Site, Make.OtherSite)
        select new Permission
        {
            From = start,
            To = start.AddMinutes(30 * halves),
            Emergency = emergency,
            Trucks = [.. plates.Distinct().Select(plate => new TruckKey(plate, PlateColour.Yellow))],
            Sites = [new Area(site, 300)],
            Plant = new Area(Make.PlantPoint, 300),
            PlantCode = "P1",
            Town = SmallTown.TownA,
        };

    /// <summary>Acts of several numbers, each number's in order of time.</summary>
    public static readonly Gen<RegisterFact[]> Facts = Gen.Select(
            Gen.Int[1, 6],
            Gen.OneOfConst(
                FactKind.Submitted,
                FactKind.Recorded,
                FactKind.Ordered,
                FactKind.Revoked,
                FactKind.Returned,
                FactKind.Completed
            ),
            HalfHours,
            Bodies
        )
        .Array[4, 24]
        .Select(acts =>
            acts.OrderBy(act => act.Item3)
                .GroupBy(act => act.Item1)
                .SelectMany(number =>
                    number.Select(
                        (act, i) =>
                            new RegisterFact(
                                $"{(number.Key > 4 ? "DD" : "XW")}-{SmallTown.TownA}-20261124-{number.Key:0000}",
                                i + 1,
                                act.Item2,
                                act.Item3,
                                act.Item2 is FactKind.Submitted or FactKind.Ordered || i == 0 ? act.Item4 : null
                            )
                    )
                )
                .ToArray()
        );

    /// <summary>
    /// A moment to create a list at, and after how many milliseconds it is asked; includes the edges of the four hours and of the windows.
    /// </summary>
    public static readonly Gen<(DateTimeOffset MadeAt, long LaterMs)> Moments =
        from madeAt in HalfHours
        from later in Gen.OneOf(
            Gen.Int[0, 12].Select(half => half * 1_800_000L),
            Gen.Int[0, 12].Select(half => (half * 1_800_000L) + 1),
            Gen.Int[1, 12].Select(half => (half * 1_800_000L) - 1),
            Gen.OneOfConst(14_400_000L, 14_400_001L, -2_001L)
        )
        select (madeAt, later);
}
