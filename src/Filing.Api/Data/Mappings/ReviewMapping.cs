using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class ReviewMapping : IEntityTypeConfiguration<ReviewRow>
{
    public void Configure(EntityTypeBuilder<ReviewRow> builder)
    {
        builder.ToTable("reviews").HasKey(review => review.Number);
        builder.Property(review => review.Number).HasMaxLength(Lengths.Number);
        builder.Property(review => review.Town).HasMaxLength(Lengths.Code);
        builder.Property(review => review.Kind).HasMaxLength(Lengths.Code);
        builder.Property(review => review.Outcome).HasMaxLength(20);
        builder
            .HasIndex(review => new
            {
                review.Town,
                review.EndedAt,
                review.DueAt,
            })
            .HasDatabaseName("ix_reviews_waiting");
    }
}
