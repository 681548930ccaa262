using Contracts.Delivery;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class TimelineEntryMapping : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.ToTable("timeline").HasKey(entry => entry.Id);
        builder.Property(entry => entry.Key).HasMaxLength(Lengths.Id);
        builder.Property(entry => entry.Act).HasMaxLength(Lengths.Code);
        builder.Property(entry => entry.Account).HasMaxLength(Lengths.Id);
        builder.Property(entry => entry.Organisation).HasMaxLength(Lengths.Code);
        builder.Property(entry => entry.Town).HasMaxLength(Lengths.Code);
        builder.Property(entry => entry.Detail).HasConversion<JsonColumn<TimelineDetail>>();
        builder
            .HasIndex(entry => new
            {
                entry.Subject,
                entry.Key,
                entry.Id,
            })
            .HasDatabaseName("ix_timeline_of_subject");
        builder.IsChained();
    }
}
