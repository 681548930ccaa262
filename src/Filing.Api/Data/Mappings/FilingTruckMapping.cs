using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class FilingTruckMapping : IEntityTypeConfiguration<FilingTruck>
{
    public void Configure(EntityTypeBuilder<FilingTruck> builder)
    {
        builder
            .ToTable("filing_trucks")
            .HasKey(truck => new
            {
                truck.Number,
                truck.Plate,
                truck.Colour,
            });
        builder.Ignore(truck => truck.Key);
        builder.Property(truck => truck.Number).HasMaxLength(Lengths.Number);
        builder.Property(truck => truck.Plate).HasMaxLength(Lengths.Plate);
        builder
            .HasIndex(truck => new
            {
                truck.Plate,
                truck.Colour,
                truck.To,
            })
            .HasDatabaseName("ix_filing_trucks_by_truck");
    }
}
