using Contracts.Delivery;
using DispatchWorker.Data;

namespace DispatchWorker.Schedules;

/// <summary>Wakes the dispatcher as soon as the outbox has a row.</summary>
/// <param name="services">The dispatcher needs the writer, which calls this: it is resolved at first use.</param>
public sealed class WakeDispatcher(IServiceProvider services) : IWriteHooks<DispatchDb>
{
    private readonly Lazy<Dispatcher<DispatchDb>> _dispatcher = new(services.GetRequiredService<Dispatcher<DispatchDb>>);

    /// <summary>Locks by plate and number separate the requests, so several can run at a time.</summary>
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
