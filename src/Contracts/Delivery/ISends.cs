namespace Contracts.Delivery;

/// <summary>A context that sends. What it gathers here is entered into the outbox by the writer, with the save that caused it, and is forgotten when that is told.</summary>
public interface ISends
{
    List<OutboxRow> Outgoing { get; }
}
