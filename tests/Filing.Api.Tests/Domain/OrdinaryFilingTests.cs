using Contracts.Register;
using FilingApi.Domain;

namespace FilingApi.Tests.Domain;

/// <summary>R6: each fault by its code, all at once, and the edges of the window.</summary>
public sealed class OrdinaryFilingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset From = Now.AddHours(1);
    private static readonly DateTimeOffset To = Now.AddHours(4);

    [Fact]
    public void An_ordinary_filing_has_no_fault() => Assert.Empty(Faults(Make.Body(From, To)));

    [Theory]
    [InlineData(WasteKind.Septic)]
    [InlineData(WasteKind.Grease, "/trucks/0 FIL-103")]
    [InlineData(WasteKind.Kitchen, "/trucks/0 FIL-103")]
    [InlineData(WasteKind.IndustrialWastewater, "/agreement FIL-104", "/plant FIL-108")]
    [InlineData(WasteKind.IndustrialSludge, "/plant FIL-108")]
    [InlineData(WasteKind.Other, "/plant FIL-108")]
    [InlineData(WasteKind.Hazardous, "/kind FIL-101")]
    [InlineData(WasteKind.MunicipalPipe, "/kind FIL-102")]
    public void Every_kind_of_waste_has_its_own_conditions(WasteKind kind, params string[] faults) =>
        Assert.Equal(faults, Faults(Make.Body(From, To, kind)));

    [Fact]
    public void Every_kind_of_waste_is_decided() =>
        Assert.Equal(
            Enum.GetValues<WasteKind>().Length,
            GetType()
                .GetMethod(nameof(Every_kind_of_waste_has_its_own_conditions))!
                .GetCustomAttributes(typeof(InlineDataAttribute), false)
                .Length
        );

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("  ", false)]
    [InlineData("XY-2026-7", true)]
    public void Industrial_wastewater_needs_the_number_of_its_agreement(string? agreement, bool taken)
    {
        var faults = Faults(Make.Body(From, To, WasteKind.IndustrialWastewater) with { Agreement = agreement });

        Assert.Equal(!taken, faults.Contains("/agreement FIL-104"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1, "/to FIL-105")]
    public void A_window_of_seven_days_is_taken_and_one_second_more_is_not(int seconds, params string[] faults) =>
        Assert.Equal(faults, Faults(Make.Body(From, From.AddDays(7).AddSeconds(seconds))));

    [Theory]
    [InlineData(0)]
    [InlineData(-1, "/to FIL-106")]
    public void A_window_that_ends_now_is_taken_and_one_that_ended_is_not(int milliseconds, params string[] faults) =>
        Assert.Equal(faults, Faults(Make.Body(Now.AddHours(-2), Now.AddMilliseconds(milliseconds))));

    [Theory]
    [InlineData(0)]
    [InlineData(-1, "/to FIL-107")]
    public void A_window_may_be_one_moment_but_not_run_backwards(int milliseconds, params string[] faults) =>
        Assert.Equal(faults, Faults(Make.Body(From, From.AddMilliseconds(milliseconds))));

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("2026-03-01", "/trucks/0 FIL-111")]
    public void Papers_must_be_good_on_the_windows_first_day(string papersUntil, params string[] faults) =>
        Assert.Equal(faults, Faults(Make.Body(From, From.AddDays(5)), papersUntil: papersUntil));

    [Fact]
    public void The_first_day_is_Chinas_whatever_the_offset_of_the_window()
    {
        var from = new DateTimeOffset(2026, 3, 2, 17, 0, 0, TimeSpan.Zero); // 01:00 of the 3rd in China

        Assert.Equal(["/trucks/0 FIL-111"], Faults(Make.Body(from, from.AddHours(2)), papersUntil: "2026-03-02"));
    }

    [Fact]
    public void A_plate_with_another_colour_is_not_on_the_roster() =>
        Assert.Equal(["/trucks/0 FIL-110"], Faults(Make.Body(From, To) with { Trucks = [new TruckRef(Make.Plate(1), PlateColour.Blue)] }));

    [Fact]
    public void All_faults_are_named_at_once_and_each_truck_by_its_place()
    {
        var body = Make.Body(Now.AddDays(-9), Now.AddHours(-1), WasteKind.Grease) with
        {
            Plant = "P9",
            Trucks =
            [
                new TruckRef(Make.Stranger, PlateColour.Yellow),
                new TruckRef(Make.Plate(1), PlateColour.Yellow),
                new TruckRef(Make.Plate(1), PlateColour.White),
            ],
        };

        var faults = Faults(body, papersUntil: "2026-01-01", plant: false);

        Assert.Equal(
            [
                "/plant FIL-109",
                "/to FIL-105",
                "/to FIL-106",
                "/trucks/0 FIL-110",
                "/trucks/1 FIL-111",
                "/trucks/1 FIL-103",
                "/trucks/2 FIL-110",
            ],
            faults
        );
    }

    private static IEnumerable<string> Faults(FilingBody body, string papersUntil = "2027-12-31", bool plant = true)
    {
        var truck = new Truck
        {
            Plate = Make.Plate(1),
            Colour = PlateColour.Yellow,
            Owner = "H2",
            TankM3 = 8,
            PayloadT = 8,
            PapersUntil = DateOnly.Parse(papersUntil, System.Globalization.CultureInfo.InvariantCulture),
        };
        var owner = new Organisation
        {
            Code = "H2",
            Kind = "hauler",
            Name = "H2",
            Town = "430181117",
            Qualifications = [],
        };
        var known = new Plant
        {
            Code = "P1",
            Name = "P1",
            Lat = 28.2,
            Lon = 113.3,
            RadiusM = 300,
            Accepts = [WasteKind.Septic, WasteKind.Grease, WasteKind.Kitchen],
        };
        return OrdinaryFiling
            .Faults(
                body,
                plant ? known : null,
                new Dictionary<TruckKey, Truck> { [truck.Key] = truck },
                new Dictionary<string, Organisation> { ["H2"] = owner },
                Now
            )
            .Select(fault => $"{fault.Pointer} {fault.Code}");
    }
}
