using Contracts.Delivery;
using Contracts.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DispatchWorker.Data;

/// <summary>The worker's copy of one register fact: only added, never changed (R2).</summary>
public sealed class FactRow
{
    public const int NumberLength = 60;

    public required string Number { get; init; }
    public required int Seq { get; init; }
    public required FactKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Permission? Body { get; init; }
    public required string? Town { get; init; }

    public static FactRow Of(RegisterFact fact) =>
        new()
        {
            Number = fact.Number,
            Seq = fact.Seq,
            Kind = fact.Kind,
            At = fact.At,
            Body = fact.Body,
            Town = fact.Body?.Town,
        };

    public RegisterFact ToFact() => new(Number, Seq, Kind, At, Body);

    public sealed class Mapping : IEntityTypeConfiguration<FactRow>
    {
        public void Configure(EntityTypeBuilder<FactRow> builder)
        {
            builder.ToTable("register_facts").HasKey(row => new { row.Number, row.Seq });
            builder.Property(row => row.Number).HasMaxLength(NumberLength);
            builder.Property(row => row.Body).HasConversion<JsonColumn<Permission>>();
            builder.Property(row => row.Town).HasMaxLength(20);
        }
    }
}
