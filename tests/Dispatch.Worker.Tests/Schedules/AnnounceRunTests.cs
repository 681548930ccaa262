using Contracts.Delivery;
using Microsoft.EntityFrameworkCore;

namespace DispatchWorker.Tests.Schedules;

public sealed class AnnounceRunTests
{
    [Fact]
    public async Task A_run_is_announced_only_after_its_grace_time()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Batch(10, Make.Sighting("a", 9)));

        await worker.Pass(11);
        var tooSoon = await worker.Said();
        await worker.Pass(11.001);

        Assert.Empty(tooSoon);
        Assert.Equal(["RunOpened v1 [a] NotFiled"], await worker.Said());
        Assert.Equal(Make.At(11), Assert.Single(await worker.Runs()).AnnouncedAt);
    }

    [Fact]
    public async Task Changes_within_the_grace_time_are_part_of_the_single_announcement()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Batch(10, Make.Sighting("b", 9)));
        await worker.Tell(Make.Batch(10.5, Make.Sighting("a", 8)));

        await worker.Pass(60);
        await worker.Pass(120);

        Assert.Equal(["RunOpened v1 [a b] NotFiled"], await worker.Said());
    }

    [Fact]
    public async Task The_announcement_carries_the_whole_run()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Batch(10, Make.Sighting("b", 9), Make.Sighting("a", 5)));

        await worker.Pass(60);

        var run = Assert.Single(await worker.Told()).Run;
        var row = Assert.Single(await worker.Runs());
        Assert.Equal((row.Id, 1, Make.Plate, Contracts.Register.PlateColour.Yellow), (run.Id, run.Version, run.Plate, run.Colour!.Value));
        Assert.Equal((Make.At(10), Make.At(5), Make.At(9)), (run.OpenedAt, run.First, run.Last));
    }

    [Fact]
    public async Task A_later_change_is_sent_with_a_higher_version()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Batch(10, Make.Sighting("a", 9)));
        await worker.Pass(60);

        await worker.Tell(Make.Batch(61, Make.Sighting("b", 60)));
        await worker.Tell(Make.Batch(62, Make.Sighting("b", 60)));
        await worker.Tell(Make.Facts(Make.Ordered(decided: 50, from: 0, to: 100)));

        Assert.Equal(["RunOpened v1 [a] NotFiled", "RunGrew v2 [a b] NotFiled", "RunGrew v3 [a] NotFiled"], await worker.Said());
    }

    [Fact]
    public async Task A_cleared_announced_run_is_sent_as_cleared()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Batch(10, Make.Sighting("a", 9)));
        await worker.Pass(60);

        await worker.Tell(Make.Facts(Make.Ordered(decided: 5, from: 0, to: 60)));

        Assert.Equal(["RunOpened v1 [a] NotFiled", "RunCleared v2 [a] NotFiled"], await worker.Said());
        Assert.Equal(Make.At(10), (await worker.Told())[^1].End!.At);
    }

    [Fact]
    public async Task A_run_cleared_within_its_grace_time_is_never_spoken_of()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Batch(10, Make.Sighting("a", 9)));

        await worker.Tell(Make.Facts(Make.Ordered(decided: 5, from: 0, to: 60)));
        await worker.Pass(60);

        Assert.Empty(await worker.Said());
        await using var db = worker.Open();
        Assert.Empty(await db.Set<DeadlineRow>().ToListAsync());
    }

    [Fact]
    public async Task An_announced_run_joined_into_an_older_one_names_that_one()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Batch(10, Make.Sighting("a", 0)));
        await worker.Tell(Make.Batch(111, Make.Sighting("c", 110)));
        await worker.Pass(120);
        var older = (await worker.Runs())[0].Id;

        await worker.Tell(Make.Batch(121, Make.Sighting("b", 55)));

        Assert.Equal(
            ["RunCleared v2 [c] NotFiled joined", "RunGrew v2 [a b c] NotFiled"],
            (await worker.Said())[2..].Order(StringComparer.Ordinal)
        );
        var end = Assert.Single(await worker.Told(), told => told.End is not null).End!;
        Assert.Equal((older, Make.At(121)), (end.JoinedInto!.Value, end.At));
    }

    [Fact]
    public async Task A_run_whose_grace_is_over_is_announced_before_a_later_batch_changes_it()
    {
        await using var worker = await Worker.Start();
        await worker.Tell(Make.Batch(10, Make.Sighting("a", 9)));

        await worker.Tell(Make.Batch(12, Make.Sighting("b", 11)));

        Assert.Equal(["RunOpened v1 [a] NotFiled", "RunGrew v2 [a b] NotFiled"], await worker.Said());
    }

    [Fact]
    public async Task A_deadline_of_an_unknown_kind_is_parked_and_holds_up_nothing()
    {
        await using var worker = await Worker.Start();
        await using (var db = worker.Open())
        {
            db.Add(
                new DeadlineRow
                {
                    Kind = "unknown",
                    Key = "k",
                    DueAt = Make.At(0),
                }
            );
            await db.SaveChangesAsync();
        }

        await worker.Tell(Make.Batch(10, Make.Sighting("a", 9)));

        Assert.Single(await worker.OpenRuns());
        await using var after = worker.Open();
        Assert.NotNull((await after.Set<DeadlineRow>().SingleAsync(row => row.Kind == "unknown")).ParkedAt);
    }
}
