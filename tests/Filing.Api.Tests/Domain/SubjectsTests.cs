using Contracts.Register;
using FilingApi.Domain;

namespace FilingApi.Tests.Domain;

/// <summary>Where the timeline of each thing is found, and how an act enters it.</summary>
public sealed class SubjectsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly Actor Someone = new("clerk", "E1");
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public void Each_subject_has_its_kind_its_key_and_its_town()
    {
        var plate = Make.Plate(1);
        (ISubject, SubjectRef)[] known =
        [
            (MakeOrder.NewOrder(1), new(SubjectKind.Order, "DD-1", SmallTown.TownA)),
            (MakeOrder.NewJob(), new(SubjectKind.Job, "GD-1", SmallTown.TownA)),
            (Trip.Plan("T1", "XW-1", 2, "P1"), new(SubjectKind.Trip, "XW-1-2", "T1")),
            (Arrival, new(SubjectKind.Arrival, "JS-1", "T1")),
            (new Town { Code = "T1", Name = "镇" }, new(SubjectKind.Town, "T1", "T1")),
            (Organisation, new(SubjectKind.Organisation, "H1", "T1")),
            (Department.DefaultsOf("T1")[0], new(SubjectKind.Department, "T1/ecology", "T1")),
            (Responsibility, new(SubjectKind.Department, "T1/no-receipt/2026-03-02", "T1")),
            (MakeOrder.Plant, new(SubjectKind.Plant, "P1", null)),
            (
                new Depot
                {
                    Code = "D1",
                    Name = "D1",
                    Lat = 28,
                    Lon = 113,
                },
                new(SubjectKind.Depot, "D1", null)
            ),
            (
                new Place
                {
                    Town = "T1",
                    Name = "村",
                    Kind = PlaceKind.Village,
                    Lat = 28,
                    Lon = 113,
                },
                new(SubjectKind.Place, "T1 村", "T1")
            ),
            (Truck, new(SubjectKind.Truck, $"{plate} yellow", null)),
            (new TruckFleet { Plate = plate, Colour = PlateColour.Yellow }, new(SubjectKind.TruckFleet, $"{plate} yellow", null)),
            (TruckDay, new(SubjectKind.TruckFleet, $"{plate} yellow 2026-03-02", null)),
            (new PlantFleet { Plant = "P1" }, new(SubjectKind.PlantFleet, "P1", null)),
            (new PlantDay { Plant = "P1", Date = Day }, new(SubjectKind.PlantFleet, "P1 2026-03-02", null)),
        ];

        Assert.All(known, pair => Assert.Equal(pair.Item2, pair.Item1.Ref));
    }

    [Fact]
    public void An_act_raises_the_version_and_making_does_not()
    {
        var truck = Truck;

        truck.Begin("made", Someone, Now, new TimelineDetail { Code = "x" });
        truck.Log("changed", Someone, Now.AddHours(1), new TimelineDetail { Reason = "y" });

        Assert.Equal(2, truck.Version);
        Assert.Equal([("made", 1), ("changed", 2)], ((ISubject)truck).NewActs.Select(act => (act.Act, act.Seq)));
        var acts = truck.TakeNewActs();
        Assert.Equal([("x", null), (null, "y")], acts.Select(act => (act.Detail!.Code, act.Detail.Reason)));
        Assert.Equal((Now, "clerk", "E1"), (acts[0].At, acts[0].Account, acts[0].Organisation));
        Assert.Empty(truck.TakeNewActs());
        Assert.Empty(((ISubject)truck).NewActs);
    }

    [Fact]
    public void A_truck_is_the_same_by_plate_and_colour_wherever_it_is_named()
    {
        var key = new TruckKey(Make.Plate(1), PlateColour.Yellow);

        Assert.Equal(key, Truck.Key);
        Assert.Equal(key, TruckDay.Truck);
        Assert.Equal(key, new TruckFleet { Plate = Make.Plate(1), Colour = PlateColour.Yellow }.Truck);
        Assert.Equal(key, new TruckRef(Make.Plate(1), PlateColour.Yellow).Key);
    }

    [Theory]
    [InlineData(true, null, false)]
    [InlineData(true, -1, true)]
    [InlineData(true, 0, false)]
    [InlineData(false, null, true)]
    public void A_truck_is_off_before_a_moment_if_it_is_off_that_day_or_broke_down_earlier(bool onDuty, int? minutes, bool off)
    {
        var day = TruckDay;
        (day.OnDuty, day.OffFrom) = (onDuty, minutes is { } later ? Now.AddMinutes(later) : null);

        Assert.Equal(off, day.IsOffBefore(Now));
    }

    [Fact]
    public void A_plant_lies_within_its_radius() => Assert.Equal(new Area(new GeoPoint(28.2, 113.3), 300), MakeOrder.Plant.Area);

    [Fact]
    public void Every_town_has_four_departments_whose_codes_are_their_kinds()
    {
        var departments = Department.DefaultsOf("T1");

        Assert.Equal(
            [("T1", "ecology"), ("T1", "construction"), ("T1", "centre"), ("T1", "squad")],
            departments.Select(department => (department.Town, department.Code))
        );
        Assert.All(departments, department => Assert.Equal((department.Code, true), (department.Kind.Wire(), department.Name.Length > 0)));
    }

    [Fact]
    public void An_office_is_the_desk_of_its_department_and_those_on_the_road_and_above_see_every_lead()
    {
        var desks = Roles.All.SelectMany(role => Department.DesksOf(role), (role, desk) => (role, desk));

        Assert.Equal([(Role.Station, "ecology"), (Role.Centre, "centre"), (Role.Squad, "squad")], desks);
        Assert.Equal([Role.Squad, Role.Supervisor], Roles.All.Where(Department.SeesEveryLead));
    }

    private static Truck Truck =>
        new()
        {
            Plate = Make.Plate(1),
            Colour = PlateColour.Yellow,
            Owner = "H1",
            TankM3 = 8,
            PayloadT = 8,
            PapersUntil = Day,
        };

    private static TruckDay TruckDay =>
        new()
        {
            Plate = Make.Plate(1),
            Colour = PlateColour.Yellow,
            Date = Day,
        };

    private static Organisation Organisation =>
        new()
        {
            Code = "H1",
            Kind = "hauler",
            Name = "H1",
            Town = "T1",
            Qualifications = [],
        };

    private static Responsibility Responsibility =>
        new()
        {
            Town = "T1",
            Kind = LeadKind.NoReceipt,
            From = Day,
            Department = "ecology",
            CheckDays = 3,
            CloseDays = 15,
        };

    private static Arrival Arrival =>
        new()
        {
            Number = "JS-1",
            Town = "T1",
            Plate = Make.Plate(1),
            Plant = "P1",
            M3 = 8,
            At = Now,
            Account = "plant",
            Verdict = VerdictCode.NotFiled,
        };
}
