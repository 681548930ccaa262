using Contracts.Delivery;
using Contracts.Filing;
using DispatchWorker.Data;
using MassTransit;

namespace DispatchWorker.Consumers;

/// <summary>Stores the present state of municipal jobs (R9).</summary>
public sealed class KeepJobs(Writer<DispatchDb> writer, TimeProvider clock) : IConsumer<JobsChanged>
{
    public Task Consume(ConsumeContext<JobsChanged> context) =>
        writer.Keep(context, nameof(KeepJobs), clock, (db, cancel) => db.KeepNewest(context.Message.Jobs.Select(JobRow.Of), cancel));
}
