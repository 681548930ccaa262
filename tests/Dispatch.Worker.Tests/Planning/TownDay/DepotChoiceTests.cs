namespace DispatchWorker.Tests.Planning.TownDay;

/// <summary>D1 lies at 0 km, D2 at 10, D3 at 20.</summary>
public sealed class DepotChoiceTests
{
    [Fact]
    public void The_depot_of_the_fleet_facts_goes_before_a_nearer_one() =>
        Assert.Equal("D3", Of(1, [Make.TruckFleet(depot: "D3"), .. Depots(null, null, null)]));

    [Fact]
    public void Of_the_owners_own_depots_it_is_the_one_nearest_to_the_mean_of_the_days_jobs() =>
        Assert.Equal("D2", Of(1, [Make.Job("GD-2", km: 14), .. Depots(Make.Hauler, Make.Hauler, null)]));

    [Fact]
    public void Without_a_depot_of_its_owner_a_truck_uses_the_nearest_public_one() =>
        Assert.Equal("D3", Of(9, Depots(null, "H2", null).Where((_, i) => i > 0)));

    [Fact]
    public void A_depot_of_another_hauler_is_better_than_none() => Assert.Equal("D1", Of(1, Depots("H2", "H2", "H2")));

    [Fact]
    public void Equally_near_ones_go_by_their_code() =>
        Assert.Equal("D1", Of(5, [Make.RosterDepot("D2", km: 10), Make.RosterDepot("D1", km: 10)]));

    [Fact]
    public void Without_open_jobs_near_is_near_to_the_fixed_stops()
    {
        var made = Made.Of("06:00", [Make.RosterTruck(), Make.Order(stops: Make.Stop(km: 19)), .. Depots(null, null, null)]);

        Assert.Equal("D3", made.TheTruck().Depot);
    }

    [Fact]
    public void A_depot_that_is_not_known_yet_is_chosen_as_if_none_were_named() =>
        Assert.Equal("D1", Of(1, [Make.TruckFleet(depot: "D9"), .. Depots(null, null, null)]));

    [Fact]
    public void Without_any_depot_no_truck_can_be_planned()
    {
        var made = Made.Of(
            Make.ExactDay("06:00", Make.RosterTruck(), Make.RosterOwner(), Make.RosterPlant(), Make.Job(left: 6), Make.Order())
        );

        Assert.Empty(made.Problem.Trucks);
        Assert.Equal("GD-1 6", made.Volumes());
    }

    private static IEnumerable<object> Depots(params string?[] owners) =>
        owners.Select((owner, i) => Make.RosterDepot($"D{i + 1}", km: i * 10, owner: owner));

    private static string Of(double km, IEnumerable<object> more) =>
        Made.Of("06:00", [Make.RosterTruck(), Make.Job(km: km), .. more]).TheTruck().Depot;
}
