using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class TruckMapping : IEntityTypeConfiguration<Truck>
{
    public void Configure(EntityTypeBuilder<Truck> builder)
    {
        builder.ToTable("trucks").HasKey(truck => new { truck.Plate, truck.Colour });
        builder.Ignore(truck => truck.Key);
        builder.Property(truck => truck.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(truck => truck.Owner).HasMaxLength(Lengths.Code);
        builder.HasIndex(truck => truck.Owner).HasDatabaseName("ix_trucks_of_owner");
    }
}
