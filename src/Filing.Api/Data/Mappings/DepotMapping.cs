using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class DepotMapping : IEntityTypeConfiguration<Depot>
{
    public void Configure(EntityTypeBuilder<Depot> builder)
    {
        builder.ToTable("depots").HasKey(depot => depot.Code);
        builder.Property(depot => depot.Code).HasMaxLength(Lengths.Code);
        builder.Property(depot => depot.Name).HasMaxLength(Lengths.Name);
        builder.Property(depot => depot.Owner).HasMaxLength(Lengths.Code);
    }
}
