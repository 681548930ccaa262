using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class AnswerMapping : IEntityTypeConfiguration<AnswerRow>
{
    public void Configure(EntityTypeBuilder<AnswerRow> builder)
    {
        builder.ToTable("answers").HasKey(answer => new { answer.Account, answer.Key });
        builder.Property(answer => answer.Account).HasMaxLength(Lengths.Id);
        builder.Property(answer => answer.Key).HasMaxLength(AnswerRow.KeyLength);
        builder.Property(answer => answer.RequestHash).HasMaxLength(64);
        builder.Property(answer => answer.ContentType).HasMaxLength(Lengths.Id);
        builder.Property(answer => answer.ETag).HasMaxLength(20);
        builder.HasIndex(answer => answer.At).HasDatabaseName("ix_answers_age");
    }
}
