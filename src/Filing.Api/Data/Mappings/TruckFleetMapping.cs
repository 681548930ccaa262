using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class TruckFleetMapping : IEntityTypeConfiguration<TruckFleet>
{
    public void Configure(EntityTypeBuilder<TruckFleet> builder)
    {
        builder.ToTable("truck_fleets").HasKey(row => new { row.Plate, row.Colour });
        builder.Ignore(row => row.Truck);
        builder.Property(row => row.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(row => row.Depot).HasMaxLength(Lengths.Code);
        builder.Property(row => row.Breaks).IsJson();
        builder.Property(row => row.Equipment).IsJson();
        builder.Property(row => row.Crew).IsJson();
        builder.Property(row => row.Kinds).IsJson();
    }
}
