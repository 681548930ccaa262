using System.Text.Json.Serialization;
using Contracts.Register;

namespace FilingApi.Domain;

[JsonConverter(typeof(WireNameConverter<JobStatus>))]
public enum JobStatus
{
    Reported,
    Planned,
    Published,
    Working,
    Done,
    Accepted,
    Returned,
    Cancelled,
}

/// <summary>What the centre does with a job; <c>GiveOut</c> is an order that takes a share of it.</summary>
public enum JobAct
{
    Change,
    MakeUrgent,
    GiveOut,
    Accept,
    Return,
    Cancel,
}

/// <summary>A stop of a job as far as its state depends on it.</summary>
public readonly record struct LiveStop(StopState State, decimal M3);

/// <summary>R9's job as data, and where it is: never decided by an act, always derived.</summary>
public static class JobMoves
{
    /// <summary>
    /// A job that is given out is not changed under the feet of who does it; what is still open of it may go to further orders.
    /// </summary>
    public static bool Allows(JobStatus status, JobAct act) =>
        (status, act) switch
        {
            (JobStatus.Reported or JobStatus.Planned, JobAct.Change or JobAct.MakeUrgent or JobAct.GiveOut or JobAct.Cancel) => true,
            (JobStatus.Published, JobAct.MakeUrgent or JobAct.GiveOut or JobAct.Cancel) => true,
            (JobStatus.Working, JobAct.MakeUrgent or JobAct.GiveOut) => true,
            (JobStatus.Done, JobAct.Accept or JobAct.Return) => true,
            (JobStatus.Returned, JobAct.Change or JobAct.MakeUrgent or JobAct.GiveOut) => true,
            _ => false,
        };

    /// <summary>The first that holds (R9), and the m³ that no live stop holds yet. <c>Planned</c> needs a plan: none is made yet.</summary>
    public static (JobStatus Status, decimal LeftM3) Of(Job job, IReadOnlyCollection<LiveStop> live)
    {
        if (job.CancelledAt is not null)
        {
            return (JobStatus.Cancelled, 0);
        }

        if (job.AcceptedAt is not null)
        {
            return (JobStatus.Accepted, 0);
        }

        var left = Math.Max(0, job.M3 + job.ReopenedM3 - live.Sum(stop => stop.M3));
        return (
            job.DoneAtReturn == live.Count(stop => stop.State == StopState.Done) ? JobStatus.Returned
            : live.Count == 0 ? JobStatus.Reported
            : left == 0 && live.All(stop => stop.State == StopState.Done) ? JobStatus.Done
            : live.Any(stop => stop.State is StopState.Begun or StopState.Done) ? JobStatus.Working
            : JobStatus.Published,
            left
        );
    }

    public static string Zh(JobStatus status) =>
        status switch
        {
            JobStatus.Reported => "待安排",
            JobStatus.Planned => "已排入计划",
            JobStatus.Published => "已派出",
            JobStatus.Working => "作业中",
            JobStatus.Done => "待验收",
            JobStatus.Accepted => "已验收",
            JobStatus.Returned => "已退回",
            JobStatus.Cancelled => "已撤销",
            _ => throw new InvalidOperationException($"No word for {status}."),
        };

    public static (string Zh, string En) Words(JobAct act) =>
        act switch
        {
            JobAct.Change => ("修改", "changed"),
            JobAct.MakeUrgent => ("加急", "made urgent"),
            JobAct.GiveOut => ("派单", "given out"),
            JobAct.Accept => ("验收", "accepted"),
            JobAct.Return => ("退回", "returned"),
            JobAct.Cancel => ("撤销", "cancelled"),
            _ => throw new InvalidOperationException($"No words for {act}."),
        };
}
