using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class FindingMapping : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> builder)
    {
        builder.ToTable("findings").HasKey(finding => finding.Id);
        builder.Property(finding => finding.Town).HasMaxLength(Lengths.Code);
        builder.Property(finding => finding.Section).HasMaxLength(Lengths.Name);
        builder.Property(finding => finding.Observed).HasMaxLength(Lengths.Sentence);
        builder.Property(finding => finding.Photo).HasMaxLength(Lengths.Sentence);
        builder.Property(finding => finding.Account).HasMaxLength(Lengths.Id);
    }
}
