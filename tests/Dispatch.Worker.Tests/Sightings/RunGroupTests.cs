using Contracts.Register;
using CsCheck;
using DispatchWorker.Sightings;

namespace DispatchWorker.Tests.Sightings;

public sealed class RunGroupTests
{
    [Fact]
    public void Neighbours_sixty_minutes_apart_are_one_run_and_a_moment_more_parts_them()
    {
        var groups = RunGroup.Of([Make.Red("a", 0), Make.Red("b", 60), Make.Red("c", 120 + (1 / 60_000.0))]);

        Assert.Equal(
            [
                ["a", "b"],
                ["c"],
            ],
            groups.Select(group => group.Sightings.Select(sighting => sighting.Id))
        );
        Assert.Equal((Make.At(0), Make.At(60)), (groups[0].First, groups[0].Last));
    }

    [Fact]
    public void A_run_may_be_longer_than_the_gap() =>
        Assert.Single(RunGroup.Of(Enumerable.Range(0, 10).Select(i => Make.Red($"{i}", i * 50))));

    [Fact]
    public void Codes_stand_once_in_order_of_first_appearance_by_moment_then_id()
    {
        var group = Assert.Single(
            RunGroup.Of([
                Make.Red("z", 10, VerdictCode.TooLate),
                Make.Red("b", 5, VerdictCode.Revoked),
                Make.Red("B", 5, VerdictCode.WrongPlace),
                Make.Red("a", 20, VerdictCode.Revoked),
            ])
        );

        Assert.Equal(["B", "b", "z", "a"], group.Sightings.Select(sighting => sighting.Id));
        Assert.Equal([VerdictCode.WrongPlace, VerdictCode.Revoked, VerdictCode.TooLate], group.Codes);
    }

    [Fact]
    public void Nothing_red_is_no_run() => Assert.Empty(RunGroup.Of([]));

    [Fact]
    public void Order_makes_no_difference_and_every_sighting_is_in_exactly_one_run() =>
        (
            from minutes in Gen.Int[0, 600].Array[0, 20]
            from shuffled in Gen.Shuffle(minutes.Select((minute, i) => Make.Red($"s{i}", minute)).ToArray())
            select (Straight: minutes.Select((minute, i) => Make.Red($"s{i}", minute)).ToArray(), shuffled)
        ).Sample(sample =>
        {
            var groups = RunGroup.Of(sample.shuffled);

            Assert.Equal(RunGroup.Of(sample.Straight).Select(group => group.Sightings), groups.Select(group => group.Sightings));
            Assert.Equal(sample.Straight.Length, groups.Sum(group => group.Sightings.Count));
            Assert.All(
                groups,
                group =>
                    Assert.All(
                        group.Sightings.Zip(group.Sightings.Skip(1)),
                        pair => Assert.True(pair.Second.At - pair.First.At <= RunGroup.Gap)
                    )
            );
            Assert.All(groups.Zip(groups.Skip(1)), pair => Assert.True(pair.Second.First - pair.First.Last > RunGroup.Gap));
        });
}
