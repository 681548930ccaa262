using Contracts.Delivery;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class OrderStopMapping : IEntityTypeConfiguration<OrderStop>
{
    public void Configure(EntityTypeBuilder<OrderStop> builder)
    {
        builder.ToTable("order_stops").HasKey(stop => new { stop.Number, stop.K });
        builder.Ignore(stop => stop.Point).Ignore(stop => stop.IsOpen);
        builder.Property(stop => stop.Number).HasMaxLength(Lengths.Number);
        builder.Property(stop => stop.K).ValueGeneratedNever();
        builder.Property(stop => stop.Job).HasMaxLength(Lengths.Number);
        builder.Property(stop => stop.Section).HasMaxLength(Lengths.Name);
        builder.Property(stop => stop.SkipReason).HasMaxLength(Lengths.Sentence);
        builder.Property(stop => stop.Entry).HasConversion<JsonColumn<ConfinedEntry>>();
        builder.HasIndex(stop => stop.Job).HasDatabaseName("ix_order_stops_of_job");
    }
}
