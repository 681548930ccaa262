namespace DispatchWorker.Tests.Consumers;

public sealed class KeepJobsTests
{
    [Fact]
    public async Task Jobs_are_kept_as_the_message_says()
    {
        await using var worker = await Worker.Start();
        var full = Make.Job("GD-2", left: 2.5m, earliest: "09:00", latest: "11:00", hard: true, urgent: true) with
        {
            Equipment = ["jet"],
            Crew = ["gas"],
            ConfinedSpace = true,
        };

        await worker.Tell(Make.Jobs(Make.Job(), full));

        Assert.Equal(Copies.Lines(Make.Job(), full), await worker.Kept());
    }

    [Fact]
    public async Task A_repeated_message_is_kept_once()
    {
        await using var worker = await Worker.Start();

        await worker.Tell(Make.Jobs(Make.Job()), Make.Id(1));
        await worker.Tell(Make.Jobs(Make.Job()), Make.Id(1));

        Assert.Equal(Copies.Lines(Make.Job()), await worker.Kept());
    }

    [Fact]
    public async Task An_older_version_that_comes_late_changes_nothing_also_within_one_message()
    {
        await using var worker = await Worker.Start();

        await worker.Tell(Make.Jobs(Make.Job(version: 3, left: 0), Make.Job(version: 2, left: 5)));
        await worker.Tell(Make.Jobs(Make.Job(version: 1)));

        Assert.Equal(Copies.Lines(Make.Job(version: 3, left: 0)), await worker.Kept());
    }
}
