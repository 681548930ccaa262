namespace Contracts.Delivery;

/// <summary>One message, seen by one consumer, in the consumer's own transaction.</summary>
public sealed class InboxRow
{
    public const int ConsumerLength = 100;

    public required Guid MessageId { get; init; }
    public required string Consumer { get; init; }
    public required DateTimeOffset SeenAt { get; init; }
}
