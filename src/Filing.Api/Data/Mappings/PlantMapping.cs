using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class PlantMapping : IEntityTypeConfiguration<Plant>
{
    public void Configure(EntityTypeBuilder<Plant> builder)
    {
        builder.ToTable("plants").HasKey(plant => plant.Code);
        builder.Ignore(plant => plant.Area);
        builder.Property(plant => plant.Code).HasMaxLength(Lengths.Code);
        builder.Property(plant => plant.Name).HasMaxLength(Lengths.Name);
        builder.Property(plant => plant.Opens).HasMaxLength(5);
        builder.Property(plant => plant.Closes).HasMaxLength(5);
        builder.Property(plant => plant.Accepts).IsJson();
    }
}
