using Contracts.Dispatch;
using Contracts.Filing;
using Contracts.Register;

namespace DispatchWorker.Tests.Consumers;

public sealed class JudgeSightingsTests
{
    [Fact]
    public async Task Sightings_are_judged_at_their_own_moment_by_the_facts_known()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Facts(Make.Ordered(decided: 0, from: 30, to: 60)));

        await worker.Tell(
            Make.Batch(
                70,
                Make.Sighting("early", 29),
                Make.Sighting("filed", 30),
                Make.Sighting("late", 61),
                Make.Sighting("away", 40, activity: Activity.Working, atPlant: true),
                Make.Sighting("blue", 40, colour: PlateColour.Blue)
            )
        );

        var judged = Assert.Single((await worker.Emitted()).OfType<SightingsJudged>());
        Assert.Equal(
            [
                new("early", VerdictCode.TooEarly, 1),
                new("filed", VerdictCode.Filed, 1),
                new("late", VerdictCode.TooLate, 1),
                new("away", VerdictCode.WrongPlace, 1),
                new("blue", VerdictCode.NotFiled, 1),
            ],
            judged.Judgements
        );
        Assert.Equal(
            ["湘A12345 Blue 40-40 [blue] NotFiled", "湘A12345 Yellow 29-61 [away early late] TooEarly WrongPlace TooLate"],
            await worker.OpenRuns()
        );
    }

    [Fact]
    public async Task A_repeated_message_has_its_effect_once()
    {
        await using var worker = await Worker.Start();
        var message = Make.Batch(1, Make.Sighting("a", 0));

        await worker.Tell(message, Make.Id(1));
        await worker.Tell(message, Make.Id(1));

        Assert.Single((await worker.Emitted()).OfType<SightingsJudged>());
        Assert.Equal(["湘A12345 Yellow 0-0 [a] NotFiled"], await worker.OpenRuns());
        await using var db = worker.Open();
        Assert.Equal(Make.Id(1), Assert.Single(db.Set<Contracts.Delivery.InboxRow>()).MessageId);
    }

    [Fact]
    public async Task A_repeated_id_changes_nothing_in_the_same_batch_or_a_later_one()
    {
        await using var worker = await Worker.Start();

        await worker.Tell(Make.Batch(1, Make.Sighting("a", 0), Make.Sighting("a", 5)));
        await worker.Tell(Make.Batch(2, Make.Sighting("a", 9, plate: "湘A54321")));

        var row = Assert.Single(await worker.Sightings());
        Assert.Equal((Make.At(0), Make.At(1), Make.Plate), (row.At, row.ArrivedAt, row.Plate));
        Assert.Equal(["湘A12345 Yellow 0-0 [a] NotFiled"], await worker.OpenRuns());
    }

    [Fact]
    public async Task Ids_that_differ_in_case_alone_are_two_sightings()
    {
        await using var worker = await Worker.Start();

        await worker.Tell(Make.Batch(1, Make.Sighting("a", 0), Make.Sighting("A", 0)));

        Assert.Equal(2, (await worker.Sightings()).Count);
    }

    [Fact]
    public async Task A_doubtful_sighting_is_kept_but_neither_judged_nor_part_of_a_run_nor_judged_later()
    {
        await using var worker = await Worker.Start();

        await worker.Tell(Make.Batch(1, Make.Sighting("d", 0, doubtful: true)));
        await worker.Tell(Make.Facts(Make.Fact("XW-1", 1, FactKind.Submitted, -10, Make.Permission(-10, 60))));

        var row = Assert.Single(await worker.Sightings());
        Assert.True(row.Doubtful);
        Assert.Null(row.Code);
        Assert.Empty(await worker.OpenRuns());
        Assert.Empty(await worker.Emitted());
    }

    [Fact]
    public async Task Each_colour_and_the_unknown_one_have_runs_of_their_own()
    {
        await using var worker = await Worker.Start();

        await worker.Tell(
            Make.Batch(
                1,
                Make.Sighting("y", 0),
                Make.Sighting("b", 0, colour: PlateColour.Blue),
                Make.Sighting("n", 0, colour: null),
                Make.Sighting("n2", 1, colour: null)
            )
        );

        Assert.Equal(
            ["湘A12345  0-1 [n n2] NotFiled", "湘A12345 Blue 0-0 [b] NotFiled", "湘A12345 Yellow 0-0 [y] NotFiled"],
            await worker.OpenRuns()
        );
    }

    [Fact]
    public async Task A_run_is_opened_when_the_batch_that_opened_it_arrived()
    {
        await using var worker = await Worker.Start();

        await worker.Tell(Make.Batch(7, Make.Sighting("a", 0)));
        await worker.Tell(Make.Batch(9, Make.Sighting("b", 8)));

        Assert.Equal(Make.At(7), Assert.Single(await worker.Runs()).OpenedAt);
    }

    [Fact]
    public async Task Late_sightings_that_join_two_runs_leave_the_older_id_and_keep_the_other_as_joined()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Batch(101, Make.Sighting("c", 100)));
        await worker.Tell(Make.Batch(102, Make.Sighting("a", 0)));
        var older = (await worker.Runs()).Single(run => run.First == Make.At(100)).Id;

        await worker.Tell(Make.Batch(103, Make.Sighting("b", 50)));

        var runs = await worker.Runs();
        Assert.Equal(older, Assert.Single(runs, run => run.ClearedAt is null).Id);
        var joined = Assert.Single(runs, run => run.ClearedAt is not null);
        Assert.Equal((older, Make.At(103), Make.At(0)), (joined.JoinedInto!.Value, joined.ClearedAt!.Value, joined.First));
        Assert.Equal(["湘A12345 Yellow 0-100 [a b c] NotFiled"], await worker.OpenRuns());
    }

    [Fact]
    public async Task A_batch_over_many_trucks_touches_only_the_runs_it_comes_near()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Batch(1, Make.Sighting("a", 0), Make.Sighting("x", 0, plate: "湘A54321")));
        await worker.Tell(Make.Batch(201, Make.Sighting("b", 200), Make.Sighting("y", 200, plate: "湘A54321")));
        await worker.Pass(1000);

        await worker.Tell(Make.Batch(1001, Make.Sighting("c", 60), Make.Sighting("z", 140, plate: "湘A54321")));

        Assert.Equal(
            ["RunGrew v2 [a c] NotFiled", "RunGrew v2 [y z] NotFiled"],
            (await worker.Said()).Where(line => line.StartsWith("RunGrew", StringComparison.Ordinal)).Order()
        );
        Assert.Equal(4, (await worker.OpenRuns()).Count);
    }

    [Fact]
    public async Task An_empty_batch_is_harmless()
    {
        await using var worker = await Worker.Start();

        await worker.Tell(new SightingsReported { ArrivedAt = Make.At(0), Sightings = [] });

        Assert.Empty(await worker.Emitted());
    }
}
