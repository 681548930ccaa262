using Contracts.Register;
using CsCheck;
using DispatchWorker.Planning.TownDay;

namespace DispatchWorker.Tests.Planning.TownDay;

/// <summary>From the messages through the worker's store to the problem.</summary>
public sealed class ReadingDayFactsTests
{
    [Fact]
    public async Task The_problem_is_built_from_the_stored_copies()
    {
        await using var worker = await Worker.Start();
        object[] items =
        [
            Make.RosterOwner(),
            Make.RosterDepot(),
            Make.RosterPlant(),
            Make.PlantFleet(bays: 1),
            Make.PlantDay(m3: 40),
            Make.RosterTruck(),
            Make.TruckFleet(),
            Make.TruckDay(to: "15:00"),
            Make.Job(left: 6),
            Make.Order(),
            .. Make.Filing("12:00", "13:00", FactKind.Recorded),
        ];

        foreach (var item in items)
        {
            await worker.Tell(Message(item));
        }

        Assert.Equal(Made.Text(Made.Of("07:00", items).Problem), Made.Text((await Loaded(worker, "07:00")).Problem));
    }

    [Fact]
    public async Task Rows_of_other_towns_days_and_trucks_are_left_out()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(
            Make.Roster(
                Make.RosterTruck(),
                Make.RosterTruck("湘A54321", owner: "H2"),
                Make.RosterOwner("H2", town: "430181118"),
                Make.RosterDepot()
            )
        );
        await worker.Tell(Make.Jobs(Make.Job(town: "430181118"), Make.Job("GD-2", left: 0), Make.Job("GD-3", latest: "-12:00")));
        await worker.Tell(
            Make.Orders(
                Make.Order("DD-2", departure: "+09:00", @return: "+11:00", plate: "湘A54321"),
                Make.Order("DD-3", town: "430181118")
            )
        );

        var made = await Loaded(worker, "07:00");

        Assert.Empty(made.Problem.Trucks);
        Assert.Empty(made.Problem.Jobs);
    }

    [Fact]
    public async Task A_job_whose_whole_volume_the_plans_own_orders_hold_is_in_it()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Jobs(Make.Job(left: 0)));
        await worker.Tell(Make.Orders(Make.Order(ofPlan: true, stops: Make.Stop(m3: 10))));

        Assert.Equal("GD-1 10", (await Loaded(worker, "07:00")).Volumes());
    }

    /// <summary>The problem is that of the newest of each, and a plan of it keeps every rule.</summary>
    [Fact]
    public Task Any_order_and_any_repetition_give_the_same_problem() =>
        (
            from items in RandomDay.Items
            from repeated in Gen.Shuffle(items.Concat(items.Take(10)).ToArray())
            from now in RandomDay.Time
            select (items, repeated, now)
        ).SampleAsync(
            async sample =>
            {
                await using var worker = await Worker.Start();

                foreach (var item in sample.repeated)
                {
                    await worker.Tell(Message(item));
                }

                var made = await Loaded(worker, sample.now);
                Assert.Equal(Made.Text(Made.Of(Make.ExactDay(sample.now, Newest(sample.items))).Problem), Made.Text(made.Problem));
            },
            iter: 60,
            threads: 2
        );

    private static async Task<DayProblem> Loaded(Worker worker, string now)
    {
        await using var db = worker.Open();
        return DayProblem.Of(await db.DayFactsOf(Make.Town, Make.Date, Make.At(now), default));
    }

    private static object Message(object item) => item is RegisterFact fact ? Make.Facts(fact) : Said.Message(item);

    private static IEnumerable<object> Newest(IEnumerable<object> items) =>
        Said.Newest(items.Where(item => item is not RegisterFact)).Concat(items.OfType<RegisterFact>().Distinct());
}
