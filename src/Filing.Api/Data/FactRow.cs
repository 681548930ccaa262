using Contracts.Register;

namespace FilingApi.Data;

/// <summary>A stored fact. <c>Position</c> rises with every commit: an answer stores the one it read.</summary>
public sealed class FactRow
{
    public long Position { get; init; }
    public required string Number { get; init; }
    public required int Seq { get; init; }
    public required FactKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public Permission? Body { get; init; }

    /// <summary>The end of the body's window: windows long past are not kept in memory.</summary>
    public DateTimeOffset? To { get; init; }

    public static FactRow Of(RegisterFact fact) =>
        new()
        {
            Number = fact.Number,
            Seq = fact.Seq,
            Kind = fact.Kind,
            At = fact.At,
            Body = fact.Body,
            To = fact.Body?.To,
        };

    public RegisterFact ToFact() => new(Number, Seq, Kind, At, Body);
}
