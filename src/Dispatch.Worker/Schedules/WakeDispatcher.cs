using Contracts.Delivery;
using DispatchWorker.Data;

namespace DispatchWorker.Schedules;

/// <summary>Has the outbox looked at as soon as something stands in it.</summary>
/// <param name="services">The dispatcher itself needs the writer that calls this: it is asked for when first needed.</param>
public sealed class WakeDispatcher(IServiceProvider services) : IWriteHooks<DispatchDb>
{
    private readonly Lazy<Dispatcher<DispatchDb>> _dispatcher = new(services.GetRequiredService<Dispatcher<DispatchDb>>);

    /// <summary>Locks by plate and number keep them apart, so several can work at a time.</summary>
    public int Lanes => 4;

    public void Committed(IReadOnlyList<DispatchDb> saved)
    {
        if (saved.Any(db => db.Outgoing.Count > 0))
        {
            _dispatcher.Value.Wake();
        }
    }

    public void Ended() { }
}
