using Contracts.Delivery;
using DispatchWorker.Data;
using MassTransit;

namespace DispatchWorker.Consumers;

/// <summary>What the consumers that store a copy have in common.</summary>
internal static class KeepingCopies
{
    /// <summary>The inbox row first, then the copy. The clock only dates the inbox row.</summary>
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

                // The lock keeps this process from writing between another's read of a version and its write (SQL Server).
                await db.Lock([consumer], cancel);
                await keep(db, cancel);
                return true;
            },
            context.CancellationToken
        );
    }
}
