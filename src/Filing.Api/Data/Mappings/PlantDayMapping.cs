using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class PlantDayMapping : IEntityTypeConfiguration<PlantDay>
{
    public void Configure(EntityTypeBuilder<PlantDay> builder)
    {
        builder.ToTable("plant_days").HasKey(row => new { row.Plant, row.Date });
        builder.Property(row => row.Plant).HasMaxLength(Lengths.Code);
        builder.HasIndex(row => row.Date).HasDatabaseName("ix_plant_days_of_date");
    }
}
