using FilingApi.Domain;
using static FilingApi.Tests.Domain.MakeOrder;

namespace FilingApi.Tests.Domain;

/// <summary>What each act leaves in a job beside its state, which <see cref="JobMovesTests"/> has as a table.</summary>
public sealed class JobActsTests
{
    private static readonly JobBody Body = new()
    {
        Section = "W2",
        Point = Make.OtherSite,
        M3 = 7,
        Minutes = 30,
        Kind = JobKind.Flushing,
        Priority = Priority.Urgent,
        Earliest = Now,
        Latest = Now.AddHours(3),
        Hard = true,
        Equipment = ["hose"],
        Crew = ["diver"],
        ConfinedSpace = true,
        Note = "井盖破损",
    };

    [Fact]
    public void A_report_takes_all_that_is_said_and_its_whole_volume_is_open()
    {
        var job = Job.Report("GD-7", "T1", Body, Someone, Now);

        Assert.Equal(("GD-7", "T1", Now, "hauler"), (job.Id, job.Town, job.ReportedAt, job.ReportedBy));
        Assert.Equal(Body, Said(job));
        Assert.Equal((JobStatus.Reported, 7m, 1), (job.Status, job.LeftM3, job.Version));
        Assert.Equal([("report", Now, 1)], Noted(job));
    }

    [Fact]
    public void A_change_takes_all_that_is_said()
    {
        var job = NewJob();

        job.Change(Body, [], Someone, Now);

        Assert.Equal(Body, Said(job));
        Assert.Equal(("change", Now, 2), Noted(job)[^1]);
    }

    [Fact]
    public void An_urgent_job_is_urgent_and_says_who_made_it_so()
    {
        var job = NewJob();

        job.MakeUrgent(Someone, Now);

        Assert.Equal(Priority.Urgent, job.Priority);
        var act = job.TakeNewActs()[^1];
        Assert.Equal(("urgent", Now, "hauler", "H1", 2), (act.Act, act.At, act.Account, act.Organisation, act.Seq));
    }

    [Fact]
    public void A_job_taken_back_holds_nothing_open_and_says_why()
    {
        var job = NewJob();

        job.Cancel("不再需要", [], Someone, Now);

        Assert.Equal((Now, "不再需要", 0m), (job.CancelledAt, job.CancelReason, job.LeftM3));
        Assert.Equal("不再需要", job.TakeNewActs()[^1].Detail?.Reason);
    }

    [Fact]
    public void An_acceptance_keeps_the_measured_mud_and_a_return_what_is_not_in_order()
    {
        LiveStop[] live = [new(StopState.Done, 6)];
        var (accepted, returned) = (NewJob(), NewJob());
        accepted.Follow("done", new TimelineDetail(), live, Someone, Now);
        returned.Follow("done", new TimelineDetail(), live, Someone, Now);

        accepted.Accept(20, live, Someone, Now);
        returned.Return("未清净", 2, live, Someone, Now);

        Assert.Equal((Now, 20), (accepted.AcceptedAt, accepted.MudDepthMm));
        Assert.Equal((Now, "未清净", 1, 2m), (returned.ReturnedAt, returned.ReturnReason, returned.DoneAtReturn, returned.ReopenedM3));
        var detail = returned.TakeNewActs()[^1].Detail!;
        Assert.Equal(("未清净", 2m), (detail.Reason, detail.M3));
    }

    [Fact]
    public void What_becomes_of_its_stops_is_noted_with_the_act_that_did_it()
    {
        var job = NewJob();

        job.Follow("begin", new TimelineDetail { Stop = 2 }, [new(StopState.Begun, 4)], Someone, Now);

        Assert.Equal((JobStatus.Working, 2m), (job.Status, job.LeftM3));
        var act = job.TakeNewActs()[^1];
        Assert.Equal(("begin", 2), (act.Act, act.Detail?.Stop));
    }

    [Fact]
    public void A_job_is_given_out_while_some_of_it_is_open()
    {
        var (open, held) = (NewJob(), NewJob());
        open.Follow("publish", new TimelineDetail(), [new(StopState.Planned, 5.999m)], Someone, Now);
        held.Follow("publish", new TimelineDetail(), [new(StopState.Planned, 6)], Someone, Now);

        Assert.Null(open.MayGiveOut());
        Assert.Equal(Refusals.JobGivenOut, held.MayGiveOut()?.Kind);
    }

    [Fact]
    public void A_refusal_names_the_state_and_the_act_in_both_languages()
    {
        var job = NewJob();

        var refusal = job.Accept(null, [], Someone, Now)!;

        Assert.Contains(JobMoves.Zh(JobStatus.Reported), refusal.Sentence(Language.Zh), StringComparison.Ordinal);
        Assert.Contains("验收", refusal.Sentence(Language.Zh), StringComparison.Ordinal);
        Assert.Contains("accepted", refusal.Sentence(Language.En), StringComparison.Ordinal);
        Assert.All(Enum.GetValues<JobAct>(), act => Assert.NotEqual("", JobMoves.Words(act).En));
    }

    private static JobBody Said(Job job) =>
        new()
        {
            Section = job.Section,
            Point = job.Point,
            M3 = job.M3,
            Minutes = job.WorkMinutes,
            Kind = job.Kind,
            Priority = job.Priority,
            Earliest = job.Earliest,
            Latest = job.Latest,
            Hard = job.Hard,
            Equipment = job.Equipment,
            Crew = job.Crew,
            ConfinedSpace = job.ConfinedSpace,
            Note = job.Note,
        };

    private static List<(string, DateTimeOffset, int)> Noted(Job job) => [.. job.TakeNewActs().Select(act => (act.Act, act.At, act.Seq))];
}
