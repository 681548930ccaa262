using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class PlantFleetMapping : IEntityTypeConfiguration<PlantFleet>
{
    public void Configure(EntityTypeBuilder<PlantFleet> builder)
    {
        builder.ToTable("plant_fleets").HasKey(row => row.Plant);
        builder.Property(row => row.Plant).HasMaxLength(Lengths.Code);
    }
}
