using Contracts.Delivery;
using DispatchWorker.Data;
using MassTransit;

namespace DispatchWorker.Consumers;

/// <summary>What the consumers that keep a copy have in common.</summary>
internal static class KeepingCopies
{
    /// <summary>The inbox row first, then the copy. The clock dates the inbox row and decides nothing.</summary>
    public static Task Keep(
        this Writer<DispatchDb> writer,
        ConsumeContext context,
        string consumer,
        TimeProvider clock,
        Func<DispatchDb, CancellationToken, Task> keep
    )
    {
        var messageId = context.Required();
        return writer.Write(
            async (db, cancel) =>
            {
                if (!await db.FirstSeen(messageId, consumer, clock.GetUtcNow(), cancel))
                {
                    return false;
                }

                // Between another process's look at a version and its write there is no room for this one (SQL Server).
                await db.Lock([consumer], cancel);
                await keep(db, cancel);
                return true;
            },
            context.CancellationToken
        );
    }
}
