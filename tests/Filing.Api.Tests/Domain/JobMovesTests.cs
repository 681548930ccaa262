using System.Text.Json;
using Contracts.Register;
using FilingApi.Domain;
using static FilingApi.Tests.Domain.MakeOrder;

namespace FilingApi.Tests.Domain;

/// <summary>R9's job as one table, and its state as a function of its stops.</summary>
public sealed class JobMovesTests
{
    private const string No = "-";
    private static readonly LiveStop Planned = new(StopState.Planned, 3);
    private static readonly LiveStop Begun = new(StopState.Begun, 3);
    private static readonly LiveStop Half = new(StopState.Done, 3);
    private static readonly LiveStop Whole = new(StopState.Done, 6);

    /// <summary>What the act makes of a job of 6 m³; a dash: refused, and nothing changes.</summary>
    private static readonly Dictionary<JobStatus, string[]> Table = new()
    {
        //                      change      urgent       give out     accept      return      cancel
        [JobStatus.Reported] = ["reported", "reported", "reported", No, No, "cancelled"],
        [JobStatus.Published] = [No, "published", "published", No, No, "cancelled"],
        [JobStatus.Working] = [No, "working", "working", No, No, No],
        [JobStatus.Done] = [No, No, No, "accepted", "returned", No],
        [JobStatus.Accepted] = [No, No, No, No, No, No],
        [JobStatus.Returned] = ["returned", "returned", "returned", No, No, No],
        [JobStatus.Cancelled] = [No, No, No, No, No, No],
    };

    public static TheoryData<JobStatus, JobAct> EveryMove() =>
        [
            .. from status in Enum.GetValues<JobStatus>()
            from act in Enum.GetValues<JobAct>()
            where status != JobStatus.Planned
            select new TheoryDataRow<JobStatus, JobAct>(status, act),
        ];

    [Theory]
    [MemberData(nameof(EveryMove))]
    public void Every_act_in_every_state_is_decided(JobStatus status, JobAct act)
    {
        var expected = Table[status][Array.IndexOf(Enum.GetValues<JobAct>(), act)];
        var (job, live) = In(status);
        Assert.Equal(status, job.Status);
        var before = JsonSerializer.Serialize(job);

        var refusal = Do(job, act, live);

        Assert.Equal(expected != No, JobMoves.Allows(status, act));
        if (expected == No)
        {
            Assert.Equal(act == JobAct.GiveOut ? Refusals.JobGivenOut : Refusals.WrongJobMove, refusal?.Kind);
            Assert.Equal(before, JsonSerializer.Serialize(job));
        }
        else
        {
            Assert.Null(refusal);
            Assert.Equal(expected, job.Status.Wire());
        }
    }

    [Fact]
    public void A_planned_job_is_treated_as_a_reported_one() =>
        Assert.All(
            Enum.GetValues<JobAct>(),
            act => Assert.Equal(JobMoves.Allows(JobStatus.Reported, act), JobMoves.Allows(JobStatus.Planned, act))
        );

    [Fact]
    public void The_state_is_the_first_that_holds_and_what_is_left_is_what_no_live_stop_holds()
    {
        Assert.Equal((JobStatus.Reported, 6m), JobMoves.Of(NewJob(), []));
        Assert.Equal((JobStatus.Published, 3m), JobMoves.Of(NewJob(), [Planned]));
        Assert.Equal((JobStatus.Published, 0m), JobMoves.Of(NewJob(), [Planned, Planned]));
        Assert.Equal((JobStatus.Working, 0m), JobMoves.Of(NewJob(), [Planned, Begun]));
        Assert.Equal((JobStatus.Working, 3m), JobMoves.Of(NewJob(), [Half]));
        Assert.Equal((JobStatus.Done, 0m), JobMoves.Of(NewJob(), [Half, Half]));
    }

    [Theory]
    [InlineData(null, "6")]
    [InlineData("2.5", "2.5")]
    public void A_return_opens_the_volume_it_names_or_all_until_it_is_done_again(string? named, string left)
    {
        var (job, live) = In(JobStatus.Done);
        decimal? m3 = named is null ? null : decimal.Parse(named, System.Globalization.CultureInfo.InvariantCulture);
        var open = decimal.Parse(left, System.Globalization.CultureInfo.InvariantCulture);

        job.Return("未清净", m3, live, Someone, Now);
        var returned = (job.Status, job.LeftM3);
        var givenOut = JobMoves.Of(job, [.. live, new(StopState.Begun, open)]);
        var doneAgain = JobMoves.Of(job, [.. live, new(StopState.Done, open)]);

        Assert.Equal((JobStatus.Returned, open), returned);
        Assert.Equal((JobStatus.Returned, 0m), givenOut);
        Assert.Equal((JobStatus.Done, 0m), doneAgain);
    }

    [Fact]
    public void No_more_is_returned_than_the_job_has_nor_is_it_made_smaller_than_what_was_done()
    {
        var (done, live) = In(JobStatus.Done);
        var (returned, _) = In(JobStatus.Returned);

        var tooMuch = done.Return("未清净", 6.001m, live, Someone, Now);
        done.Return("未清净", 1, live, Someone, Now);
        var tooSmall = done.Change(Body(4.999m), live, Someone, Now);
        var larger = returned.Change(Body(7), live, Someone, Now);

        Assert.Equal(Refusals.NumberRange, tooMuch?.Kind);
        Assert.Equal(Refusals.JobGivenOut, tooSmall?.Kind);
        Assert.Null(larger);
        Assert.Equal(7m, returned.LeftM3);
    }

    private static JobBody Body(decimal m3) =>
        new()
        {
            Section = "W2",
            Point = Make.OtherSite,
            M3 = m3,
            Minutes = 30,
        };

    private static (Job, LiveStop[]) In(JobStatus status)
    {
        var job = NewJob();
        LiveStop[] live = status switch
        {
            JobStatus.Reported or JobStatus.Cancelled => [],
            JobStatus.Published => [Planned],
            JobStatus.Working => [Begun],
            JobStatus.Done or JobStatus.Accepted or JobStatus.Returned => [Whole],
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No way is known into this state."),
        };
        job.Follow("stops", new TimelineDetail(), live, Someone, Now);
        JobAct? last = status switch
        {
            JobStatus.Cancelled => JobAct.Cancel,
            JobStatus.Accepted => JobAct.Accept,
            JobStatus.Returned => JobAct.Return,
            _ => null,
        };
        if (last is { } act)
        {
            Assert.Null(Do(job, act, live));
        }

        return (job, live);
    }

    private static Refusal? Do(Job job, JobAct act, LiveStop[] live) =>
        act switch
        {
            JobAct.Change => job.Change(Body(6), live, Someone, Now),
            JobAct.MakeUrgent => job.MakeUrgent(Someone, Now),
            JobAct.GiveOut => job.MayGiveOut(),
            JobAct.Accept => job.Accept(20, live, Someone, Now),
            JobAct.Return => job.Return("未清净", null, live, Someone, Now),
            JobAct.Cancel => job.Cancel("不再需要", live, Someone, Now),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Nobody does this yet."),
        };
}
