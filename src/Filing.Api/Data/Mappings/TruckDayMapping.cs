using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class TruckDayMapping : IEntityTypeConfiguration<TruckDay>
{
    public void Configure(EntityTypeBuilder<TruckDay> builder)
    {
        builder
            .ToTable("truck_days")
            .HasKey(row => new
            {
                row.Plate,
                row.Colour,
                row.Date,
            });
        builder.Ignore(row => row.Truck);
        builder.Property(row => row.Plate).HasMaxLength(Lengths.Plate);
        builder.HasIndex(row => row.Date).HasDatabaseName("ix_truck_days_of_date");
    }
}
