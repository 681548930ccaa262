using Contracts.Delivery;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class FilingMapping : IEntityTypeConfiguration<Filing>
{
    public void Configure(EntityTypeBuilder<Filing> builder)
    {
        builder.ToTable("filings").HasKey(filing => filing.Number);
        builder.Ignore(filing => filing.ProposedBody);
        builder.Property(filing => filing.Number).HasMaxLength(Lengths.Number);
        builder.Property(filing => filing.CheckWord).HasMaxLength(6);
        builder.Property(filing => filing.Town).HasMaxLength(Lengths.Code);
        builder.Property(filing => filing.Enterprise).HasMaxLength(Lengths.Code);
        builder.Property(filing => filing.Place).HasMaxLength(Lengths.Sentence);
        builder.Property(filing => filing.Body).HasConversion<JsonColumn<FilingBody>>();
        builder.Property(filing => filing.PendingBody).HasConversion<JsonColumn<FilingBody>>();
        builder.HasMany(filing => filing.Trucks).WithOne().HasForeignKey(truck => truck.Number);
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
}
