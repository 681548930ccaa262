using FilingApi.Replay;

namespace FilingApi.Demo;

/// <summary>The demo day's clock while it is played, the wall clock ever after.</summary>
public sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private volatile bool _released;

    public VirtualClock Play { get; } = new(start);

    public override DateTimeOffset GetUtcNow() => _released ? System.GetUtcNow() : Play.GetUtcNow();

    public void Release() => _released = true;
}
