using CsCheck;
using DispatchWorker.Planning.Model;

namespace Dispatch.Worker.Tests.Planning;

public sealed class SearchTests
{
    /// <summary>Problems of up to <paramref name="most"/> jobs with plants, windows, trucks and equipment, in small numbers.</summary>
    private static Gen<Problem> Problems(int most, int trucks) =>
        from size in Gen.Int[1, most]
        from places in Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20]).Select(pair => new Place(pair.Item1, pair.Item2)).Array[size + 3]
        from volumes in Gen.Int[0, 8].Array[size]
        from opens in Gen.Int[0, 60].Array[size]
        from widths in Gen.Int[5, 80].Array[size]
        from needs in Gen.Int[0, 4].Array[size]
        from fleet in Gen.Select(Gen.Int[8, 14], Gen.Int[90, 160], Gen.Bool).Array[1, trucks]
        from plants in Gen.Int[1, 2]
        from mustEndEmpty in Gen.Bool
        select new Problem
        {
            // City blocks: with rounded air lines a detour can be shorter than the direct way, and a needless visit would pay.
            Metric = Metric.Matrix,
            Matrix = Blocks(places),
            Objective = Objective.Distance,
            Places = places,
            Depots = [new Depot("D", 0)],
            Emptying = [.. Enumerable.Range(1, plants).Select(place => new Plant("P" + place, place) { Close = 120, Service = 2 })],
            MustEndEmpty = mustEndEmpty,
            Trucks =
            [
                .. fleet.Select(
                    (it, index) =>
                        new Truck("T" + index, "D")
                        {
                            Capacity = it.Item1,
                            End = it.Item2,
                            Equipment = it.Item3 ? ["jet"] : [],
                        }
                ),
            ],
            Jobs =
            [
                .. Enumerable
                    .Range(0, size)
                    .Select(job => new Job("J" + job, job + 3)
                    {
                        Volume = volumes[job],
                        Open = opens[job],
                        Close = opens[job] + widths[job],
                        Service = 3,
                        Equipment = needs[job] == 0 ? ["jet"] : [],
                    }),
            ],
        };

    private static TravelMatrix Blocks(Place[] places)
    {
        double[][] table = [.. places.Select(from => places.Select(to => Math.Abs(from.X - to.X) + Math.Abs(from.Y - to.Y)).ToArray())];
        return new TravelMatrix(table, table);
    }

    /// <summary>One in sixty may miss the shortest distance, none may leave more jobs out. In some 2000 problems one was missed
    /// from each of eight seeds (CsCheck seed eliSvxGta1p2): a job that fits before an emptying only with another plant is not
    /// inserted, and a plan with fewer jobs is never accepted on the way.</summary>
    [Fact]
    public void Small_problems_are_solved_to_the_optimum()
    {
        List<string> missed = [];
        Problems(5, 2)
            .Sample(
                problem =>
                {
                    var (served, distance) = new ExhaustiveSearch(problem).Best();

                    // One short run may end in a local optimum; one of four finds the best.
                    var plan = Enumerable
                        .Range(1, 4)
                        .Select(seed => Days.Solve(problem, 3_000, (ulong)seed))
                        .OrderBy(it => it.Unassigned.Count)
                        .ThenBy(it => it.Distance)
                        .First();

                    Assert.Equal(served, problem.Jobs.Count - plan.Unassigned.Count);
                    Assert.True(plan.Distance >= distance - 1e-6, $"{plan.Distance} is shorter than the optimum, {distance}");
                    if (plan.Distance > distance + 1e-6)
                    {
                        missed.Add($"{plan.Distance}, optimum {distance}");
                    }
                },
                iter: 60,
                threads: 1
            );

        Assert.True(missed.Count <= 1, string.Join("; ", missed));
    }

    [Fact]
    public void Every_plan_keeps_every_rule() =>
        Problems(40, 5)
            .Sample(
                problem =>
                {
                    Days.Solve(problem, 300);
                },
                iter: 60,
                threads: 1
            );

    [Fact]
    public void The_same_problem_seed_and_iterations_give_the_same_plan()
    {
        var problem = Days.File("reload-R2_2_05");

        string[] plans =
        [
            .. Enumerable.Range(0, 2).Select(_ => (Days.Solve(problem, 2_000, seed: 7, threads: 2) with { Seconds = 0 }).ToJson()),
        ];

        Assert.Equal(plans[0], plans[1]);
        Assert.NotEqual(plans[0], (Days.Solve(problem, 2_000, seed: 8, threads: 2) with { Seconds = 0 }).ToJson());
    }

    [Theory]
    [InlineData("round-Milano_020_4_0-day0", 147)]
    [InlineData("round-Torino_030_4_1-day1", 148)]
    [InlineData("window-C101", 827.3)]
    public void Proven_optima_are_found(string name, double optimum) =>
        Assert.Equal(optimum, Days.Solve(Days.File(name), 20_000).Distance, 3);

    [Theory]
    [InlineData("emptying-R201-50", 919.9, 1.06)]
    [InlineData("reload-RC203", 1601.0, 1.08)]
    public void Larger_ones_come_close_and_leave_nothing_out(string name, double reference, double within)
    {
        var plan = Days.Solve(Days.File(name), 10_000);

        Assert.Empty(plan.Unassigned);
        Assert.InRange(plan.Distance, reference * 0.97, reference * within);
    }

    [Fact]
    public void Numbers_with_decimals_round_to_the_safe_side()
    {
        var problem = Days.Line(
            4,
            [Days.Truck(capacity: 1.002)],
            [Days.Job("1", 1, 1.0 / 3) with { Service = 0.12345, Close = 1.00005 }, Days.Job("2", 2, 2.0 / 3)],
            [Days.Plant("P", 3)]
        );

        var plan = Days.Solve(problem, 100);

        Assert.Equal("1 2 P", Days.Route(plan, "T1"));
    }

    [Fact]
    public void A_detour_that_is_quicker_than_the_direct_way_does_no_harm()
    {
        double[][] time =
        [
            [0, 1, 90, 1],
            [1, 0, 1, 1],
            [90, 1, 0, 90],
            [1, 1, 90, 0],
        ];
        var problem = Days.Line(4, [Days.Truck(end: 60)], [Days.Job("1", 1), Days.Job("2", 2)], [Days.Plant("P", 3)]) with
        {
            Metric = Metric.Matrix,
            Matrix = new TravelMatrix(time, time),
        };

        var plan = Days.Solve(problem, 2_000);

        Assert.Single(plan.Unassigned);
    }
}
