using Contracts.Dispatch;
using Contracts.Register;

namespace DispatchWorker.Tests.Consumers;

public sealed class KeepRegisterFactsTests
{
    [Fact]
    public async Task A_fact_decided_before_the_sighting_that_comes_after_it_has_it_judged_again()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Batch(11, Make.Sighting("before", 4), Make.Sighting("after", 10)));

        await worker.Tell(Make.Facts(Make.Ordered(decided: 5, from: 0, to: 60)));

        Assert.Equal(
            [new("after", VerdictCode.Filed, 2)],
            (await worker.Emitted())
                .OfType<SightingsJudged>()
                .SelectMany(message => message.Judgements)
                .Where(judgement => judgement.Revision > 1)
        );
        Assert.Equal(["湘A12345 Yellow 4-4 [before] NotFiled"], await worker.OpenRuns());
    }

    [Fact]
    public async Task A_sighting_later_than_a_new_fact_is_judged_again()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Batch(1, Make.Sighting("ahead", 10)));

        await worker.Tell(Make.Facts(Make.Ordered(decided: 2, from: 0, to: 60)));

        Assert.Equal(VerdictCode.Filed, Assert.Single(await worker.Sightings()).Code);
    }

    [Fact]
    public async Task A_run_without_red_sightings_is_cleared_and_kept_with_its_reason()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Batch(11, Make.Sighting("a", 10)));

        await worker.Tell(Make.Facts(Make.Ordered(decided: 5, from: 0, to: 60, number: "DD-7")));

        Assert.Empty(await worker.OpenRuns());
        var run = Assert.Single(await worker.Runs());
        Assert.Equal(("judged again: DD-7", Make.At(11), Make.At(10)), (run.ClearedReason, run.ClearedAt, run.First));
        Assert.Null(run.JoinedInto);
        Assert.Null(Assert.Single(await worker.Sightings()).RunId);
    }

    [Fact]
    public async Task Clearing_that_splits_a_run_leaves_the_id_on_the_part_with_the_first_sighting()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Batch(1, Make.Sighting("a", 0), Make.Sighting("b", 50), Make.Sighting("c", 100)));
        var id = Assert.Single(await worker.Runs()).Id;

        await worker.Tell(Make.Facts(Make.Ordered(decided: 45, from: 45, to: 55), Make.Fact("DD-1", 2, FactKind.Cancelled, 56)));

        var runs = await worker.Runs();
        Assert.Equal([Make.At(0), Make.At(100)], runs.Select(run => run.First));
        Assert.Equal(id, runs[0].Id);
        Assert.NotEqual(id, runs[1].Id);
        Assert.Equal(["湘A12345 Yellow 0-0 [a] NotFiled", "湘A12345 Yellow 100-100 [c] NotFiled"], await worker.OpenRuns());
    }

    [Fact]
    public async Task A_fact_that_makes_a_green_sighting_red_opens_a_run_not_before_the_sighting_arrived()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Facts(Make.Ordered(decided: 0, from: 0, to: 60)));
        await worker.Tell(Make.Batch(31, Make.Sighting("a", 30)));

        await worker.Tell(Make.Facts(Make.Fact("DD-1", 2, FactKind.Cancelled, 20)));

        Assert.Equal(["湘A12345 Yellow 30-30 [a] Completed"], await worker.OpenRuns());
        Assert.Equal(Make.At(31), Assert.Single(await worker.Runs()).OpenedAt);
    }

    [Fact]
    public async Task A_record_that_comes_before_its_submission_counts_as_soon_as_both_are_known()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Batch(31, Make.Sighting("a", 30)));

        await worker.Tell(Make.Facts(Make.Fact("XW-1", 2, FactKind.Recorded, 10)));
        var early = Assert.Single(await worker.Sightings());
        await worker.Tell(Make.Facts(Make.Fact("XW-1", 1, FactKind.Submitted, 0, Make.Permission(0, 60))));
        var late = Assert.Single(await worker.Sightings());

        Assert.Equal((VerdictCode.NotFiled, 1), (early.Code!.Value, early.Revision));
        Assert.Equal((VerdictCode.Filed, 2), (late.Code!.Value, late.Revision));
    }

    [Fact]
    public async Task A_resubmission_without_the_truck_frees_it_and_names_the_new_one()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(
            Make.Facts(Make.Fact("XW-1", 1, FactKind.Submitted, 0, Make.Permission(0, 60)), Make.Fact("XW-1", 2, FactKind.Returned, 5))
        );
        await worker.Tell(Make.Batch(31, Make.Sighting("a", 30), Make.Sighting("b", 30, plate: "湘A54321")));

        await worker.Tell(Make.Facts(Make.Fact("XW-1", 3, FactKind.Submitted, 20, Make.Permission(0, 60, plate: "湘A54321"))));

        Assert.Equal(
            [("a", VerdictCode.NotFiled), ("b", VerdictCode.Pending)],
            (await worker.Sightings()).Select(row => (row.Id, row.Code!.Value))
        );
    }

    [Fact]
    public async Task A_window_that_ended_up_to_24_hours_before_still_changes_the_judgement_and_no_longer_after_that()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Batch(1600, Make.Sighting("near", 60 + 1440), Make.Sighting("far", 61 + 1440)));

        await worker.Tell(Make.Facts(Make.Ordered(decided: 0, from: 0, to: 60)));

        Assert.Equal(
            [("far", VerdictCode.NotFiled, 1), ("near", VerdictCode.TooLate, 2)],
            (await worker.Sightings()).Select(row => (row.Id, row.Code!.Value, row.Revision))
        );
    }

    [Fact]
    public async Task The_same_facts_again_in_another_message_change_nothing()
    {
        await using var worker = await Worker.Start();
        var facts = Make.Facts(Make.Ordered(decided: 5, from: 0, to: 60), Make.Ordered(decided: 5, from: 0, to: 60));
        await worker.Tell(Make.Batch(11, Make.Sighting("a", 10)));
        await worker.Tell(facts);

        await worker.Tell(facts);

        Assert.Equal(2, (await worker.Emitted()).OfType<SightingsJudged>().Count());
        await using var db = worker.Open();
        Assert.Single(db.Facts);
        Assert.Single(db.FactTrucks);
    }

    [Fact]
    public async Task A_repeated_message_has_its_effect_once()
    {
        await using var worker = await Worker.Start();
        var message = Make.Facts(Make.Ordered(decided: 5, from: 0, to: 60));
        await worker.Tell(message, Make.Id(1));

        await worker.Tell(message, Make.Id(1));

        await using var db = worker.Open();
        Assert.Single(db.Facts);
        Assert.Single(db.Set<Contracts.Delivery.InboxRow>());
    }

    [Fact]
    public async Task No_facts_are_harmless()
    {
        await using var worker = await Worker.Start();

        await worker.Tell(Make.Facts());

        Assert.Empty(await worker.Emitted());
    }
}
