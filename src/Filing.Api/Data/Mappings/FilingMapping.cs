using Contracts.Delivery;
using FilingApi.Domain;
using FilingApi.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class FilingMapping
    : IEntityTypeConfiguration<Filing>,
        IEntityTypeConfiguration<FilingTruck>,
        IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<Filing> builder)
    {
        builder.ToTable("filings").HasKey(filing => filing.Number);
        builder.Ignore(filing => filing.ProposedBody);
        builder.Property(filing => filing.Number).HasMaxLength(Lengths.Number);
        builder.Property(filing => filing.CheckWord).HasMaxLength(6);
        builder.Property(filing => filing.Town).HasMaxLength(Lengths.Code);
        builder.Property(filing => filing.Enterprise).HasMaxLength(Lengths.Code);
        builder.Property(filing => filing.Body).HasConversion<JsonColumn<FilingBody>>();
        builder.Property(filing => filing.PendingBody).HasConversion<JsonColumn<FilingBody>>();
        builder.HasMany(filing => filing.Trucks).WithOne().HasForeignKey(truck => truck.Number);
        builder.HasMany(filing => filing.Timeline).WithOne().HasForeignKey(entry => entry.Number);
        builder.HasIndex(filing => new { filing.Enterprise, filing.Number }).HasDatabaseName("ix_filings_of_enterprise");
        builder
            .HasIndex(filing => new
            {
                filing.Town,
                filing.Status,
                filing.Number,
            })
            .HasDatabaseName("ix_filings_of_town");
    }

    public void Configure(EntityTypeBuilder<FilingTruck> builder)
    {
        builder
            .ToTable("filing_trucks")
            .HasKey(truck => new
            {
                truck.Number,
                truck.Plate,
                truck.Colour,
            });
        builder.Ignore(truck => truck.Key);
        builder.Property(truck => truck.Number).HasMaxLength(Lengths.Number);
        builder.Property(truck => truck.Plate).HasMaxLength(Lengths.Plate);
        builder
            .HasIndex(truck => new
            {
                truck.Plate,
                truck.Colour,
                truck.To,
            })
            .HasDatabaseName("ix_filing_trucks_by_truck");
    }

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
