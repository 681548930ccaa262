using Contracts.Register;
using DispatchWorker.Sightings;

namespace DispatchWorker.Tests.Sightings;

public sealed class RegroupingTests
{
    private static readonly VerdictCode[] NotFiled = [VerdictCode.NotFiled];

    [Fact]
    public void Red_sightings_near_no_run_start_one()
    {
        var change = Assert.Single(Regrouping.Of([], [Make.Red("a", 0), Make.Red("b", 30)]));

        Assert.Equal(["a", "b"], Ids(Assert.IsType<RunChange.Starts>(change).Group));
    }

    [Fact]
    public void An_unchanged_run_is_not_sent_again() =>
        Assert.Empty(Regrouping.Of([Run(1, opened: 0, first: 0, "a", "b")], [Make.Red("b", 30), Make.Red("a", 0)]));

    [Fact]
    public void A_run_whose_codes_alone_changed_changes()
    {
        var change = Assert.Single(Regrouping.Of([Run(1, opened: 0, first: 0, "a")], [Make.Red("a", 0, VerdictCode.Revoked)]));

        Assert.Equal(Make.Id(1), Assert.IsType<RunChange.Changes>(change).Id);
    }

    [Fact]
    public void A_run_that_grows_keeps_its_id()
    {
        var change = Assert.Single(Regrouping.Of([Run(1, opened: 0, first: 0, "a")], [Make.Red("a", 0), Make.Red("b", 30)]));

        var changes = Assert.IsType<RunChange.Changes>(change);
        Assert.Equal(Make.Id(1), changes.Id);
        Assert.Equal(["a", "b"], Ids(changes.Group));
    }

    [Fact]
    public void Joined_runs_keep_the_id_of_the_one_opened_first_even_if_it_is_the_later_one()
    {
        var changes = Regrouping.Of(
            [Run(1, opened: 9, first: 0, "a"), Run(2, opened: 5, first: 100, "c")],
            [Make.Red("a", 0), Make.Red("b", 50), Make.Red("c", 100)]
        );

        Assert.Equal(["a", "b", "c"], Ids(Assert.Single(changes.OfType<RunChange.Changes>(), change => change.Id == Make.Id(2)).Group));
        Assert.Equal(new RunChange.Ends(Make.Id(1), Make.Id(2)), Assert.Single(changes.OfType<RunChange.Ends>()));
        Assert.Equal(2, changes.Count);
    }

    [Fact]
    public void Of_joined_runs_opened_at_once_the_one_with_the_first_sighting_goes_on()
    {
        var changes = Regrouping.Of(
            [Run(2, opened: 5, first: 100, "c"), Run(1, opened: 5, first: 0, "a")],
            [Make.Red("a", 0), Make.Red("b", 50), Make.Red("c", 100)]
        );

        Assert.Equal(new RunChange.Ends(Make.Id(2), Make.Id(1)), Assert.Single(changes.OfType<RunChange.Ends>()));
    }

    [Fact]
    public void A_split_run_keeps_its_id_on_the_part_with_the_first_sighting_and_the_rest_starts_anew()
    {
        var changes = Regrouping.Of([Run(1, opened: 0, first: 0, "a", "b", "c")], [Make.Red("a", 0), Make.Red("c", 100)]);

        Assert.Equal(["a"], Ids(Assert.Single(changes.OfType<RunChange.Changes>(), change => change.Id == Make.Id(1)).Group));
        Assert.Equal(["c"], Ids(Assert.Single(changes.OfType<RunChange.Starts>()).Group));
        Assert.Equal(2, changes.Count);
    }

    [Fact]
    public void When_the_first_sighting_itself_is_cleared_the_first_that_is_left_keeps_the_id()
    {
        var changes = Regrouping.Of([Run(1, opened: 0, first: 0, "a", "b", "c")], [Make.Red("c", 120), Make.Red("b", 50)]);

        Assert.Equal(["b"], Ids(Assert.Single(changes.OfType<RunChange.Changes>()).Group));
        Assert.Equal(["c"], Ids(Assert.Single(changes.OfType<RunChange.Starts>()).Group));
    }

    [Fact]
    public void A_run_without_red_sightings_ends()
    {
        var change = Assert.Single(Regrouping.Of([Run(1, opened: 0, first: 0, "a")], []));

        Assert.Equal(new RunChange.Ends(Make.Id(1), null), change);
    }

    [Fact]
    public void A_split_part_that_meets_an_older_run_is_joined_and_the_other_part_starts_anew()
    {
        var changes = Regrouping.Of(
            [Run(1, opened: 1, first: 0, "old"), Run(2, opened: 2, first: 100, "b", "gone", "d")],
            [Make.Red("old", 0), Make.Red("bridge", 50), Make.Red("b", 100), Make.Red("d", 200)]
        );

        Assert.Equal(
            ["old", "bridge", "b"],
            Ids(Assert.Single(changes.OfType<RunChange.Changes>(), change => change.Id == Make.Id(1)).Group)
        );
        Assert.Equal(new RunChange.Ends(Make.Id(2), Make.Id(1)), Assert.Single(changes.OfType<RunChange.Ends>()));
        Assert.Equal(["d"], Ids(Assert.Single(changes.OfType<RunChange.Starts>()).Group));
    }

    private static KnownRun Run(int id, int opened, int first, params string[] sightings) =>
        new(Make.Id(id), Make.At(opened), Make.At(first), NotFiled, sightings);

    private static IEnumerable<string> Ids(RunGroup group) => group.Sightings.Select(sighting => sighting.Id);
}
