using Contracts.Register;
using DispatchWorker.Planning.Model;
using DispatchWorker.Planning.TownDay;

namespace DispatchWorker.Tests.Planning.TownDay;

public sealed class DayProblemTests
{
    private const string Other = "湘A54321|yellow";

    /// <summary>Two jobs, one truck of which everything is said and one of which nothing is.</summary>
    private static readonly object[] Day =
    [
        Make.RosterTruck(tank: 12),
        Make.RosterTruck("湘A54321", tank: 8),
        Make.TruckFleet(from: "07:00", to: "16:00", overtime: 30, breaks: Make.Break("11:30", "13:00", 45)) with
        {
            Equipment = ["jet"],
            Crew = ["gas"],
            Kinds = ["dredging", "pumping"],
        },
        Make.RosterPlant(opens: "06:30", closes: "20:00"),
        Make.Job("GD-1", km: 2),
        Make.Job("GD-2", km: 3, m3: 8, left: 2, urgent: true, earliest: "09:00", latest: "11:00", hard: true) with
        {
            Equipment = ["jet"],
            Crew = ["gas"],
        },
    ];

    [Fact]
    public void The_problem_of_a_small_day()
    {
        var made = Made.Of("06:00", Day);

        var point = (double km) => new Place(113.2, Make.Point(km).Lat);
        Assert.Equal(
            Made.Text(
                new Problem
                {
                    Name = "430181117 2026-11-23",
                    Metric = Metric.GreatCircle,
                    Objective = Objective.Full,
                    MinutesPerUnit = 1,
                    Places = [point(0), point(5), point(2), point(3)],
                    Depots = [new Depot("D1", 0)],
                    Emptying =
                    [
                        new Plant("P1", 1)
                        {
                            Open = 390,
                            Close = 1200,
                            Service = 10,
                        },
                    ],
                    Trucks =
                    [
                        new Truck(Made.Truck, "D1")
                        {
                            Capacity = 12,
                            Start = 420,
                            End = 960,
                            Overtime = 30,
                            Hauler = "H1",
                            Equipment = ["jet"],
                            Crew = ["gas"],
                            Kinds = ["dredging", "pumping"],
                            Breaks = [new Break(690, 780, 45)],
                        },
                        new Truck(Other, "D1")
                        {
                            Capacity = 8,
                            Start = 480,
                            End = 1050,
                            Hauler = "H1",
                        },
                    ],
                    Jobs =
                    [
                        new Job("GD-1", 2)
                        {
                            Volume = 10,
                            Service = 60,
                            Open = 360,
                            Soft = true,
                            Kind = "dredging",
                        },
                        new Job("GD-2", 3)
                        {
                            Volume = 2,
                            Service = 15,
                            Open = 540,
                            Close = 660,
                            Priority = 10,
                            Kind = "dredging",
                            Equipment = ["jet"],
                            Crew = ["gas"],
                        },
                    ],
                }
            ),
            Made.Text(made.Problem)
        );
    }

    [Fact]
    public void Missing_input_is_listed_as_assumed()
    {
        var made = Made.Of("06:00", Day);

        Assert.Equal(
            [
                new(Other, AssumedValue.Shift),
                new(Other, AssumedValue.Kinds),
                new(Other, AssumedValue.Depot),
                new("P1", AssumedValue.MunicipalLoads),
            ],
            made.Assumed
        );
    }

    [Fact]
    public void A_depot_that_the_fleet_facts_leave_open_is_assumed_and_hours_of_the_day_are_not()
    {
        var made = Made.Of(
            "06:00",
            Make.RosterTruck(),
            Make.TruckFleet(depot: null),
            Make.RosterTruck("湘A54321"),
            Make.TruckDay("湘A54321", from: "10:00", to: "12:00"),
            Make.PlantFleet()
        );

        Assert.Equal([new(Made.Truck, AssumedValue.Depot), new(Other, AssumedValue.Kinds), new(Other, AssumedValue.Depot)], made.Assumed);
    }

    [Fact]
    public void Every_id_of_the_problem_maps_back_to_its_source()
    {
        var made = Made.Of(
            "06:00",
            [.. Day, Make.Order(stops: [Make.Stop(1, "GD-2"), Make.Stop(2, "GD-9", skipped: true), Make.Stop(3, "GD-9")])]
        );

        Assert.Equal(made.Problem.Trucks.Select(truck => truck.Id), made.Trucks.Keys);
        Assert.All(made.Trucks, pair => Assert.Equal(pair.Key, DayProblem.IdOf(pair.Value)));
        Assert.Equal(new TruckKey(Make.Plate, PlateColour.Yellow), made.Trucks[Made.Truck]);
        Assert.Equal(
            new Dictionary<string, JobShare>
            {
                ["GD-1"] = new("GD-1", null, null),
                ["GD-2"] = new("GD-2", null, null),
                ["DD-1/1"] = new("GD-2", "DD-1", 1),
                ["DD-1/3"] = new("GD-9", "DD-1", 3),
            },
            made.Jobs
        );
        Assert.Equal(made.Problem.Jobs.Select(job => job.Id), made.Jobs.Keys);
    }

    [Fact]
    public void A_day_without_anything_is_a_problem_all_the_same()
    {
        var made = Made.Of(Make.ExactDay("06:00"));

        Assert.Empty(made.Problem.Trucks);
        Assert.Empty(made.Problem.Jobs);
        Assert.Empty(made.Problem.Emptying);
        Assert.Empty(made.Problem.Depots);
    }

    [Fact]
    public void A_job_without_a_truck_or_a_plant_is_left_out_with_its_reasons()
    {
        var nobody = Made.Of(Make.ExactDay("06:00", Make.Job())).Solve();
        var nowhere = Made.Of(Make.ExactDay("06:00", Make.Job(), Make.RosterTruck(), Make.RosterOwner(), Make.RosterDepot())).Solve();

        Assert.NotEmpty(Assert.Single(nobody.Unassigned).Reasons);
        Assert.NotEmpty(Assert.Single(nowhere.Unassigned).Reasons);
    }

    [Fact]
    public void Two_jobs_at_one_point_share_a_place()
    {
        var made = Made.Of("06:00", Make.Job("GD-1"), Make.Job("GD-2"));

        Assert.Equal(made.Job("GD-1").Place, made.Job("GD-2").Place);
    }

    [Fact]
    public void The_order_in_which_facts_are_listed_does_not_matter()
    {
        object[] items =
        [
            .. Day,
            .. Make.Filing("09:00", "10:00"),
            .. Make.Filing("14:00", "15:00", number: "XW-2"),
            Make.Order(),
            Make.Order("DD-2", departure: "12:00", @return: "13:00"),
        ];

        var made = Made.Of("06:00", items);
        var turned = Made.Of("06:00", items.Reverse());

        Assert.Equal(Made.Text(made.Problem), Made.Text(turned.Problem));
    }
}
