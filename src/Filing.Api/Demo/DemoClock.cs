using FilingApi.Replay;

namespace FilingApi.Demo;

/// <summary>The virtual clock while the demo day is played, the wall clock after that.</summary>
public sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private volatile bool _released;

    public VirtualClock Play { get; } = new(start);

    public override DateTimeOffset GetUtcNow() => _released ? System.GetUtcNow() : Play.GetUtcNow();

    public void Release() => _released = true;
}
