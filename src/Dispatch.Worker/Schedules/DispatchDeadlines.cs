using Contracts.Delivery;
using DispatchWorker.Data;

namespace DispatchWorker.Schedules;

/// <summary>Every kind of deadline the worker sets, and what it does.</summary>
public sealed class DispatchDeadlines : IDeadlineActs<DispatchDb>
{
    public Task Apply(DispatchDb db, DeadlineRow deadline, CancellationToken cancel) =>
        deadline.Kind switch
        {
            AnnounceRun.Kind => AnnounceRun.Apply(db, deadline, cancel),
            Retain.Sightings or Retain.Inbox => Retain.Apply(db, deadline, cancel),
            _ => throw new InvalidOperationException($"No deadline of kind {deadline.Kind} is known."),
        };
}
