using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class FactTruckMapping : IEntityTypeConfiguration<FactTruck>
{
    public void Configure(EntityTypeBuilder<FactTruck> builder)
    {
        builder
            .ToTable("fact_trucks")
            .HasKey(truck => new
            {
                truck.Plate,
                truck.Number,
                truck.Seq,
            });
        builder.Property(truck => truck.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(truck => truck.Number).HasMaxLength(Lengths.Number);
    }
}
