using Contracts.Delivery;
using FilingApi.Data;
using FilingApi.Evidence;
using FilingApi.Settings;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Register;

/// <summary>Applies every commit to the memory, in commit order, before its answers are sent: the next check sees it.</summary>
public sealed class CommitHooks(
    RegisterIndex index,
    RosterIndex roster,
    RegisterClock clock,
    EventHub events,
    IDbContextFactory<FilingDb> contexts,
    IServiceProvider services,
    ServiceSettings settings,
    [FromKeyedServices(nameof(FilingDb))] Chain chain
) : IWriteHooks<FilingDb>
{
    // The dispatcher needs the writer, which calls this: it is resolved at first use.
    private readonly Lazy<Dispatcher<FilingDb>> _dispatcher = new(services.GetRequiredService<Dispatcher<FilingDb>>);

    public async Task Opened(FilingDb db)
    {
        if (!settings.IsShared)
        {
            return;
        }

        clock.TakeOver(await db.LockStamps());
        chain.Refresh();
    }

    public object? Begins() => chain.Mark();

    public void Failed(object? mark) => chain.BackTo(mark);

    public void Committed(IReadOnlyList<FilingDb> saved)
    {
        chain.Committed();
        var (emitted, rosterChanged) = (false, false);
        foreach (var db in saved)
        {
            // Everything is saved: detecting changes again would find none.
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            emitted |= db.Outgoing.Count > 0;
            if (db.NewFacts.Count > 0)
            {
                index.Apply(
                    db.NewFacts,
                    settings.IsShared ? null : db.ChangeTracker.Entries<FactRow>().Max(entry => entry.Entity.Position)
                );
            }

            events.Tell(db.LiveEvents);
            rosterChanged |= db.RosterChanged;
            db.LiveEvents.Clear();
            db.NewFacts.Clear();
            db.RosterChanged = false;
        }

        if (rosterChanged)
        {
            using var db = contexts.CreateDbContext();
            roster.Replace(RosterIndex.Read(db));
        }

        if (emitted)
        {
            _dispatcher.Value.Wake();
        }
    }

    public void Ended()
    {
        chain.Forget();
        clock.Land();
    }
}
