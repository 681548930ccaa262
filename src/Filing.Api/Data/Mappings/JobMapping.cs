using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class JobMapping : IEntityTypeConfiguration<Job>
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
        builder.Property(job => job.CancelReason).HasMaxLength(Lengths.Sentence);
        builder.Property(job => job.ReturnReason).HasMaxLength(Lengths.Sentence);
        builder.Property(job => job.Equipment).IsJson();
        builder.Property(job => job.Crew).IsJson();
        builder.HasIndex(job => new { job.Town, job.Status }).HasDatabaseName("ix_jobs_of_town");
    }
}
