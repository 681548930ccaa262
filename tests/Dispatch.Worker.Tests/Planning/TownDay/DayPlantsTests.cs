using DispatchWorker.Planning.TownDay;

namespace DispatchWorker.Tests.Planning.TownDay;

public sealed class DayPlantsTests
{
    [Theory]
    [InlineData("septic", true)]
    [InlineData("other", true)]
    [InlineData("grease", false)]
    public void A_plant_without_fleet_data_takes_municipal_loads_if_it_accepts_septic_or_other(string accepts, bool takes)
    {
        var made = Made.Of("06:00", Make.RosterPlant(accepts: ["kitchen", accepts]));

        Assert.Equal(takes ? ["P1"] : [], made.Problem.Emptying.Select(plant => plant.Id));
    }

    [Fact]
    public void Fleet_data_on_municipal_loads_overrides_what_a_plant_accepts()
    {
        var takes = Made.Of("06:00", Make.RosterPlant(accepts: "grease"), Make.PlantFleet(m3: 50));
        var takesNone = Made.Of("06:00", Make.RosterPlant(), Make.PlantFleet(m3: 0));

        Assert.Equal(50, takes.ThePlant().Capacity);
        Assert.Empty(takesNone.Problem.Emptying);
    }

    [Fact]
    public void Hours_bays_and_volume_are_those_of_the_day_then_of_the_plant_then_of_the_roster()
    {
        object[] said = [Make.RosterPlant(opens: "06:00", closes: "20:00"), Make.PlantFleet(bays: 2, opens: "07:00", m3: 60)];

        var ordinary = Made.Of("06:00", said).ThePlant();
        var today = Made.Of("06:00", [.. said, Make.PlantDay(bays: 1, closes: "15:00", m3: 20)]).ThePlant();
        var tomorrow = Made.Of("06:00", [.. said, Make.PlantDay(date: Make.Date.AddDays(1), open: false)]).ThePlant();

        Assert.Equal((420, 1200, 2, 60), (ordinary.Open, ordinary.Close, ordinary.Bays, ordinary.Capacity));
        Assert.Equal((420, 900, 1, 20), (today.Open, today.Close, today.Bays, today.Capacity));
        Assert.Equal((420, 1200), (tomorrow.Open, tomorrow.Close));
    }

    [Theory]
    [InlineData(null, null, 0, double.PositiveInfinity)]
    [InlineData("00:00", "00:00", 0, double.PositiveInfinity)]
    [InlineData("08:00", null, 480, double.PositiveInfinity)]
    [InlineData(null, "20:00", 0, 1200)]
    [InlineData("20:00", "04:00", 1200, 1680)]
    public void Without_hours_a_plant_is_open_all_day(string? opens, string? closes, double open, double close)
    {
        var plant = Made.Of("06:00", Make.RosterPlant(opens: opens, closes: closes)).ThePlant();

        Assert.Equal((open, close), (plant.Open, plant.Close));
    }

    [Fact]
    public void A_plant_closed_that_day_is_left_out_and_one_closed_from_noon_closes_then()
    {
        var closed = Made.Of("06:00", Make.RosterTruck(), Make.Job(), Make.PlantDay(open: false));
        var fromNoon = Made.Of("06:00", Make.PlantDay(closedFrom: "12:00"));
        var fromTheStart = Made.Of("06:00", Make.RosterPlant(opens: "08:00"), Make.PlantDay(closedFrom: "07:00"));

        Assert.Empty(closed.Problem.Emptying);
        Assert.Equal("GD-1", Assert.Single(closed.Solve().Unassigned).Job);
        Assert.Equal(720, fromNoon.ThePlant().Close);
        Assert.Empty(fromTheStart.Problem.Emptying);
    }

    [Fact]
    public void A_closed_plant_takes_the_load_of_a_fixed_order_and_nothing_else()
    {
        var made = Made.Of("06:00", Make.RosterTruck(), Make.PlantDay(open: false), Make.Job(left: 6), Make.Order());

        Assert.Equal(4, made.ThePlant().Capacity);
        var plan = made.Solve();
        Assert.Equal("DD-1/1 P1", plan.Route());
        Assert.Equal("GD-1", Assert.Single(plan.Unassigned).Job);
    }

    [Fact]
    public void A_plant_never_gets_less_than_what_fixed_orders_bring_it()
    {
        var made = Made.Of("06:00", Make.RosterTruck(), Make.PlantFleet(m3: 3), Make.Job(left: 6), Make.Order());

        Assert.Equal(4, made.ThePlant().Capacity);
        Assert.Equal("DD-1/1 P1", made.Solve().Route());
    }

    [Fact]
    public void Loads_that_are_over_and_loads_of_other_towns_use_up_the_plants_day()
    {
        var made = Made.Of(
            "14:00",
            Make.PlantFleet(m3: 30),
            Make.Order("DD-1", isOver: true, stops: [Make.Stop(1, begun: "09:20", done: "09:40", m3: 4), Make.Stop(2, m3: 2)]),
            Make.Order(
                "DD-2",
                town: "430181118",
                departure: "15:00",
                @return: "16:00",
                stops: [Make.Stop(1, m3: 5), Make.Stop(2, m3: 1, skipped: true)]
            ),
            Make.Order("DD-3", town: "430181118", departure: "-15:00", @return: "-16:00"),
            Make.Order("DD-4", ofPlan: true, departure: "15:00", @return: "16:00")
        );

        Assert.Equal(21, made.ThePlant().Capacity);
    }

    [Fact]
    public void A_load_whose_plant_is_not_known_yet_is_emptied_where_it_was_taken()
    {
        var made = Made.Of(Make.ExactDay("06:00", Make.RosterTruck(), Make.RosterOwner(), Make.RosterDepot(), Make.Order(plant: "P9")));

        Assert.Equal("DD-1/1 P9", made.Frozen());
        Assert.Equal((made.Job("DD-1/1").Place, 4), (made.ThePlant().Place, made.ThePlant().Capacity));
        Assert.Contains(new Assumption("P9", AssumedValue.MunicipalLoads), made.Assumed);
    }
}
