using CsCheck;
using DispatchWorker.Planning.Model;

namespace Dispatch.Worker.Tests.Planning;

internal static class GeneratedProblems
{
    /// <summary>Random problems of up to 25 jobs that cover every feature.</summary>
    public static readonly Gen<Problem> Full =
        from size in Gen.Int[1, 25]
        from places in Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30]).Select(pair => new Place(pair.Item1, pair.Item2)).Array[size + 3]
        from jobs in Gen.Select(Gen.Int[1, 30], Gen.Int[0, 150], Gen.Int[0, 100], Gen.Int[0, 7], Gen.Int[0, 15]).Array[size]
        from fleet in Gen.Select(Gen.Int[8, 16], Gen.Int[100, 300], Gen.Int[0, 15], Gen.Int[0, 150]).Array[1, 4]
        from plants in Gen.Select(Gen.Int[0, 60], Gen.Int[5, 60], Gen.Int[0, 7]).Array[2]
        select new Problem
        {
            Metric = Metric.EuclidDecimal,
            Places = places,
            Depots = [new Depot("D", 0)],
            Emptying =
            [
                .. plants.Select(
                    (it, index) =>
                        new Plant("P" + index, index + 1)
                        {
                            Open = it.Item1,
                            Close = 400,
                            Service = 4,
                            Capacity = it.Item3 is 0 or 1 ? it.Item2 : null,
                            Bays = it.Item3 is 1 or 2 ? 1 : null,
                            Accepts = it.Item3 == 3 ? ["pipe"] : [],
                        }
                ),
            ],
            Trucks =
            [
                .. fleet.Select(
                    (it, index) =>
                        new Truck("T" + index, "D")
                        {
                            Capacity = it.Item1,
                            End = it.Item2,
                            Overtime = it.Item3 & 8,
                            Equipment = (it.Item3 & 1) == 0 ? ["jet"] : [],
                            Kinds = (it.Item3 & 2) == 0 ? ["pipe"] : [],
                            Crew = (it.Item3 & 4) == 0 ? ["gas"] : [],
                            Blocked = it.Item4 > 75 ? [new Span(it.Item4, it.Item4 + 30)] : [],
                            Breaks = it.Item4 % 3 == 0 ? [new Break(40, 90, 20)] : [],
                        }
                ),
            ],
            Jobs =
            [
                .. jobs.Select(
                    (it, index) =>
                        new Job("J" + index, index + 3)
                        {
                            Volume = it.Item1,
                            Open = it.Item2,
                            Close = it.Item2 + it.Item3,
                            Service = 5,
                            Soft = it.Item4 == 0,
                            Due = it.Item4 == 1 ? it.Item2 + 5 : null,
                            Equipment = it.Item5 == 0 ? ["jet"] : [],
                            Crew = it.Item5 == 1 ? ["gas"] : [],
                            Kind = it.Item5 switch
                            {
                                2 => "grease",
                                3 => "pipe",
                                _ => null,
                            },
                            Priority = 1 + it.Item4 % 3,
                        }
                ),
            ],
        };
}
