using Contracts.Delivery;
using FilingApi.Domain;
using FilingApi.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class TimelineEntryMapping : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.ToTable("timeline").HasKey(entry => new { entry.Number, entry.Seq });
        builder.Property(entry => entry.Number).HasMaxLength(Lengths.Number);
        builder.Property(entry => entry.Account).HasMaxLength(Lengths.Id);
        builder.Property(entry => entry.Organisation).HasMaxLength(Lengths.Code);
        builder.Property(entry => entry.Detail).HasConversion<JsonColumn<TimelineDetail>>();
        builder.IsChained();
    }
}
