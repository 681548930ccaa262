using Contracts.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DispatchWorker.Data;

/// <summary>A plate in one body of a number, with the body's window: finds the few numbers that can matter to a sighting.</summary>
public sealed class FactTruckRow
{
    public const int PlateLength = 16;

    public required string Plate { get; init; }
    public required string Number { get; init; }
    public required int Seq { get; init; }
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset To { get; init; }

    public static IEnumerable<FactTruckRow> Of(RegisterFact fact) =>
        fact.Body is not { } body
            ? []
            : body
                .Trucks.Select(truck => truck.Plate)
                .Distinct()
                .Select(plate => new FactTruckRow
                {
                    Plate = plate,
                    Number = fact.Number,
                    Seq = fact.Seq,
                    From = body.From,
                    To = body.To,
                });

    public sealed class Mapping : IEntityTypeConfiguration<FactTruckRow>
    {
        public void Configure(EntityTypeBuilder<FactTruckRow> builder)
        {
            builder
                .ToTable("fact_trucks")
                .HasKey(row => new
                {
                    row.Plate,
                    row.Number,
                    row.Seq,
                });
            builder.Property(row => row.Plate).HasMaxLength(PlateLength);
            builder.Property(row => row.Number).HasMaxLength(FactRow.NumberLength);
            builder
                .HasIndex(row => new
                {
                    row.Plate,
                    row.To,
                    row.From,
                    row.Number,
                })
                .HasDatabaseName("ix_fact_trucks_numbers_of_plate");
        }
    }
}
