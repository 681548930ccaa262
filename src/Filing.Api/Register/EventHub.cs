using System.Globalization;
using System.Threading.Channels;
using FilingApi.Domain;

namespace FilingApi.Register;

/// <summary>Hands on what happened, and remembers the latest of it so that a broken stream goes on where it broke.</summary>
public sealed class EventHub
{
    public const int Memory = 2_000;
    private const int Waiting = 500;

    /// <summary>Ids of another run of the service mean nothing here.</summary>
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private readonly Lock _gate = new();
    private readonly Queue<(long Id, LiveEvent What)> _latest = new();
    private readonly List<Channel<(string Id, LiveEvent What)>> _listeners = [];
    private long _last;

    public void Tell(IEnumerable<LiveEvent> happened)
    {
        lock (_gate)
        {
            foreach (var what in happened)
            {
                _latest.Enqueue((++_last, what));
                if (_latest.Count > Memory)
                {
                    _latest.Dequeue();
                }

                // Who does not keep up is cut off: it comes back with the last id it saw.
                foreach (var slow in _listeners.Where(listener => !listener.Writer.TryWrite((IdOf(_last), what))).ToList())
                {
                    slow.Writer.TryComplete();
                    _listeners.Remove(slow);
                }
            }
        }
    }

    /// <summary>
    /// What came after <paramref name="lastId"/> and all that will come; <c>IsWhole</c> is false where some of it is forgotten.
    /// </summary>
    public (
        bool IsWhole,
        IReadOnlyList<(string Id, LiveEvent What)> Missed,
        Channel<(string Id, LiveEvent What)> Coming,
        string Here
    ) Listen(string? lastId)
    {
        var coming = Channel.CreateBounded<(string, LiveEvent)>(Waiting);
        lock (_gate)
        {
            _listeners.Add(coming);
            var here = IdOf(_last);
            if (string.IsNullOrEmpty(lastId))
            {
                return (true, [], coming, here);
            }

            if (
                lastId.Split('-') is not [var run, var text]
                || run != _run
                || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
                || seen > _last
            )
            {
                return (false, [], coming, here);
            }

            var oldest = _latest.Count > 0 ? _latest.Peek().Id : _last + 1;
            return (
                seen >= oldest - 1,
                [.. _latest.Where(known => known.Id > seen).Select(known => (IdOf(known.Id), known.What))],
                coming,
                here
            );
        }
    }

    public void Leave(Channel<(string Id, LiveEvent What)> listener)
    {
        lock (_gate)
        {
            _listeners.Remove(listener);
        }
    }

    private string IdOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{_run}-{id}");
}
