using Contracts.Delivery;
using Contracts.Dispatch;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class LeadMapping
    : IEntityTypeConfiguration<Lead>,
        IEntityTypeConfiguration<RunSightingRow>,
        IEntityTypeConfiguration<SightingRow>,
        IEntityTypeConfiguration<RecordRow>,
        IEntityTypeConfiguration<IgnoredCount>
{
    public void Configure(EntityTypeBuilder<Lead> builder)
    {
        builder.ToTable("leads").HasKey(lead => lead.Key);
        builder.Property(lead => lead.Key).HasMaxLength(Lengths.Id);
        builder.Property(lead => lead.TripId).HasMaxLength(Lengths.Id);
        builder.Property(lead => lead.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(lead => lead.Run).HasConversion<JsonColumn<RunSnapshot>>();
        builder.Property(lead => lead.Note).HasMaxLength(Lengths.Sentence);
        builder.Property(lead => lead.CheckedBy).HasMaxLength(Lengths.Id);
        builder.HasIndex(lead => lead.RunId).HasDatabaseName("ix_leads_of_run");
        builder.HasIndex(lead => new { lead.Kind, lead.Key }).HasDatabaseName("ix_leads_of_kind");
    }

    public void Configure(EntityTypeBuilder<RunSightingRow> builder)
    {
        builder.ToTable("run_sightings").HasKey(row => new { row.RunId, row.SightingId });
        builder.Property(row => row.SightingId).HasMaxLength(Lengths.Id);
    }

    public void Configure(EntityTypeBuilder<SightingRow> builder)
    {
        builder.ToTable("sightings").HasKey(sighting => sighting.Id);
        builder.Property(sighting => sighting.Id).HasMaxLength(Lengths.Id);
        builder.Property(sighting => sighting.Account).HasMaxLength(Lengths.Id);
        builder.Property(sighting => sighting.RefusedCode).HasMaxLength(10);
        builder.Property(sighting => sighting.Source).HasMaxLength(20);
        builder.Property(sighting => sighting.Device).HasMaxLength(Lengths.Id);
        builder.Property(sighting => sighting.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(sighting => sighting.Vehicle).HasMaxLength(20);
        builder.Property(sighting => sighting.Photo).HasMaxLength(Lengths.Sentence);
        builder.Property(sighting => sighting.ReviewResult).HasMaxLength(20);
        builder.Property(sighting => sighting.ReviewedBy).HasMaxLength(Lengths.Id);
    }

    public void Configure(EntityTypeBuilder<RecordRow> builder)
    {
        builder.ToTable("sighting_records").HasKey(record => record.Id);
        builder.Property(record => record.Id).HasMaxLength(Lengths.Id);
        builder.Property(record => record.Account).HasMaxLength(Lengths.Id);
        builder.Property(record => record.Note).HasMaxLength(Lengths.Sentence);
        builder.Property(record => record.PhotoHash).HasMaxLength(32);
    }

    public void Configure(EntityTypeBuilder<IgnoredCount> builder)
    {
        builder.ToTable("ignored_counts").HasKey(count => new { count.Day, count.Account });
        builder.Property(count => count.Account).HasMaxLength(Lengths.Id);
    }
}
