using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class RunSightingMapping : IEntityTypeConfiguration<RunSightingRow>
{
    public void Configure(EntityTypeBuilder<RunSightingRow> builder)
    {
        builder.ToTable("run_sightings").HasKey(row => new { row.RunId, row.SightingId });
        builder.Property(row => row.SightingId).HasMaxLength(Lengths.Id);
    }
}
