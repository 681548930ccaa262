using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class TownMapping : IEntityTypeConfiguration<Town>
{
    public void Configure(EntityTypeBuilder<Town> builder)
    {
        builder.ToTable("towns").HasKey(town => town.Code);
        builder.Property(town => town.Code).HasMaxLength(Lengths.Code);
        builder.Property(town => town.Name).HasMaxLength(Lengths.Name);
    }
}
