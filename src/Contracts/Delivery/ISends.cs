namespace Contracts.Delivery;

/// <summary>
/// A context that sends messages. The writer saves the messages gathered here to the outbox together with the changes that caused them,
/// and clears the list after the commit.
/// </summary>
public interface ISends
{
    List<OutboxRow> Outgoing { get; }
}
