namespace Contracts.Delivery;

/// <summary>
/// A message to be sent, saved with the state that caused it. Its id is the message id, so sending it twice is receiving it once.
/// </summary>
public sealed class OutboxRow
{
    public const int TypeLength = 200;
    public const int ErrorLength = 2000;
    public const int TraceLength = 55;

    /// <summary>
    /// No back-off is longer than this: a later moment comes from a clock that has since stepped back, and the row is due.
    /// </summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(4);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Type { get; init; }
    public required string Body { get; init; }

    /// <summary>Town code for routing; null when the message is for everyone.</summary>
    public string? Town { get; init; }

    /// <summary>W3C traceparent of the act that wrote it; null without tracing.</summary>
    public string? Trace { get; init; }
    public int Attempts { get; set; }
    public DateTimeOffset? NextAt { get; set; }
    public DateTimeOffset? ParkedAt { get; set; }
    public string? LastError { get; set; }
}
