using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class SightingMapping : IEntityTypeConfiguration<SightingRow>
{
    public void Configure(EntityTypeBuilder<SightingRow> builder)
    {
        builder.ToTable("sightings").HasKey(sighting => sighting.Id);
        builder.Property(sighting => sighting.Id).HasMaxLength(Lengths.Id);
        builder.Property(sighting => sighting.Account).HasMaxLength(Lengths.Id);
        builder.Property(sighting => sighting.SenderId).HasMaxLength(Lengths.Id);
        builder.Property(sighting => sighting.Town).HasMaxLength(Lengths.Code);
        builder.Property(sighting => sighting.RefusedCode).HasMaxLength(10);
        builder.Property(sighting => sighting.Source).HasMaxLength(20);
        builder.Property(sighting => sighting.Device).HasMaxLength(Lengths.Id);
        builder.Property(sighting => sighting.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(sighting => sighting.Vehicle).HasMaxLength(20);
        builder.Property(sighting => sighting.Photo).HasMaxLength(Lengths.Sentence);
        builder.Property(sighting => sighting.ReviewResult).HasMaxLength(20);
        builder.Property(sighting => sighting.ReviewedBy).HasMaxLength(Lengths.Id);

        builder
            .HasIndex(sighting => new
            {
                sighting.Town,
                sighting.At,
                sighting.Id,
            })
            .HasDatabaseName("ix_sightings_of_town");

        // Machines judge; only the review is an act of a person.
        builder.Property(sighting => sighting.Code).IsQuiet();
        builder.Property(sighting => sighting.Revision).IsQuiet();
    }
}
