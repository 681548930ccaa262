using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class SigningKeyMapping : IEntityTypeConfiguration<SigningKeyRow>
{
    public void Configure(EntityTypeBuilder<SigningKeyRow> builder)
    {
        builder.ToTable("signing_keys").HasKey(key => key.Id);
        builder.Property(key => key.Id).HasMaxLength(Lengths.Id);
        builder.Property(key => key.X).HasMaxLength(Lengths.Id);
        builder.Property(key => key.Y).HasMaxLength(Lengths.Id);
    }
}

internal sealed class JobMapping : IEntityTypeConfiguration<Job>, IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.ToTable("jobs").HasKey(job => job.Id);
        builder.Ignore(job => job.Point);
        builder.Property(job => job.Id).HasMaxLength(Lengths.Number);
        builder.Property(job => job.Town).HasMaxLength(Lengths.Code);
        builder.Property(job => job.Section).HasMaxLength(Lengths.Name);
        builder.Property(job => job.Note).HasMaxLength(Lengths.Sentence);
        builder.Property(job => job.ReportedBy).HasMaxLength(Lengths.Id);
        builder.Property(job => job.Equipment).IsJson();
        builder.HasIndex(job => new { job.Town, job.Status }).HasDatabaseName("ix_jobs_of_town");
    }

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
