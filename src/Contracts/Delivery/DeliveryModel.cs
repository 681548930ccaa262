using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Contracts.Delivery;

/// <summary>Adds the tables of outbox, inbox and deadlines to a context.</summary>
public static class DeliveryModel
{
    private static readonly CompiledQuery<Func<DbContext, string, string, CancellationToken, Task<DeadlineRow?>>> Stored = new(() =>
        EF.CompileAsyncQuery(
            (DbContext db, string kind, string key, CancellationToken _) =>
                db.Set<DeadlineRow>().SingleOrDefault(row => row.Kind == kind && row.Key == key)
        )
    );

    public static void AddDelivery(this ModelBuilder model)
    {
        model.Entity<OutboxRow>(outbox =>
        {
            outbox.ToTable("outbox").HasKey(row => row.Id);
            outbox.Property(row => row.Id).ValueGeneratedNever();
            outbox.Property(row => row.Type).HasMaxLength(OutboxRow.TypeLength);
            outbox.Property(row => row.Town).HasMaxLength(20);
            outbox.Property(row => row.Trace).HasMaxLength(OutboxRow.TraceLength);
            outbox.Property(row => row.LastError).HasMaxLength(OutboxRow.ErrorLength);
            outbox.HasIndex(row => new { row.ParkedAt, row.NextAt }).HasDatabaseName("ix_outbox_waiting");
        });
        model.Entity<InboxRow>(inbox =>
        {
            inbox.ToTable("inbox").HasKey(row => new { row.MessageId, row.Consumer });
            inbox.Property(row => row.Consumer).HasMaxLength(InboxRow.ConsumerLength);
            inbox.HasIndex(row => row.SeenAt).HasDatabaseName("ix_inbox_age");
        });
        model.Entity<DeadlineRow>(deadline =>
        {
            deadline.ToTable("deadlines").HasKey(row => new { row.Kind, row.Key });
            deadline.Property(row => row.Kind).HasMaxLength(DeadlineRow.KindLength);
            deadline.Property(row => row.Key).HasMaxLength(DeadlineRow.KeyLength);
            deadline.Property(row => row.LastError).HasMaxLength(OutboxRow.ErrorLength);
            deadline.HasIndex(row => new { row.ParkedAt, row.DueAt }).HasDatabaseName("ix_deadlines_due");
        });
    }

    /// <summary>Sends a message when, and only when, the surrounding write is committed.</summary>
    public static void Emit<T>(this ISends db, T message, string? town = null)
        where T : class =>
        db.Outgoing.Add(
            new OutboxRow
            {
                Type = typeof(T).FullName!,
                Body = JsonSerializer.Serialize(message, Wire.Json),
                Town = town,
                Trace = Traces.Present,
            }
        );

    public static async Task SetDeadline(this DbContext db, string kind, string key, DateTimeOffset dueAt, CancellationToken cancel)
    {
        if (await db.Deadline(kind, key, cancel) is { } known)
        {
            known.DueAt = dueAt;
            known.ParkedAt = null;
        }
        else
        {
            db.Add(
                new DeadlineRow
                {
                    Kind = kind,
                    Key = key,
                    DueAt = dueAt,
                }
            );
        }
    }

    /// <summary>Inserts a deadline unless it exists. A single statement, because several processes may start at the same moment.</summary>
    public static Task BeginDeadline(this DbContext db, string kind, string key, DateTimeOffset dueAt, CancellationToken cancel)
    {
        var (table, alone) = (db.TableOf<DeadlineRow>(), db.Database.IsSqlServer() ? "WITH (UPDLOCK, HOLDLOCK)" : "");
#pragma warning disable EF1002 // the table's name is the model's
        return db.Database.ExecuteSqlRawAsync(
            $$"""
            INSERT INTO {{table}} ("Kind", "Key", "DueAt") SELECT {0}, {1}, {2}
            WHERE NOT EXISTS (SELECT 1 FROM {{table}} {{alone}} WHERE "Kind" = {0} AND "Key" = {1})
            """,
            [kind, key, dueAt.ToUnixTimeMilliseconds()],
            cancel
        );
#pragma warning restore EF1002
    }

    public static async Task ClearDeadline(this DbContext db, string kind, string key, CancellationToken cancel)
    {
        if (await db.Deadline(kind, key, cancel) is { } known)
        {
            db.Remove(known);
        }
    }

    private static async Task<DeadlineRow?> Deadline(this DbContext db, string kind, string key, CancellationToken cancel) =>
        await Stored.In(db)(db, kind, key, cancel)
        ?? db.AddedSinceSave<DeadlineRow>().FirstOrDefault(row => row.Kind == kind && row.Key == key);

    /// <summary>Added rows that a query does not find yet, without a scan of everything that was loaded.</summary>
    public static IEnumerable<T> AddedSinceSave<T>(this DbContext db)
        where T : class
    {
        var (tracker, detects) = (db.ChangeTracker, db.ChangeTracker.AutoDetectChangesEnabled);
        tracker.AutoDetectChangesEnabled = false;
        T[] added = [.. tracker.Entries<T>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity)];
        tracker.AutoDetectChangesEnabled = detects;
        return added;
    }

    /// <summary>
    /// True for the first delivery of a message to this consumer; the inbox row is saved with the effect. Check and insert are one
    /// statement, because it runs with every message.
    /// </summary>
    public static async Task<bool> FirstSeen(
        this DbContext db,
        Guid messageId,
        string consumer,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var inbox = db.TableOf<InboxRow>();
        return await db.RunPrepared(
                $"INSERT INTO {inbox} (MessageId, Consumer, SeenAt) SELECT @p0, @p1, @p2 "
                    + $"WHERE NOT EXISTS (SELECT 1 FROM {inbox} WHERE MessageId = @p0 AND Consumer = @p1)",
                [messageId, consumer, now.ToUnixTimeMilliseconds()],
                cancel
            ) == 1;
    }
}
