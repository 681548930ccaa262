using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class RecordMapping : IEntityTypeConfiguration<RecordRow>
{
    public void Configure(EntityTypeBuilder<RecordRow> builder)
    {
        builder.ToTable("sighting_records").HasKey(record => record.Id);
        builder.Property(record => record.Id).HasMaxLength(Lengths.Id);
        builder.Property(record => record.Account).HasMaxLength(Lengths.Id);
        builder.Property(record => record.Town).HasMaxLength(Lengths.Code);
        builder.Property(record => record.Note).HasMaxLength(Lengths.Sentence);
        builder.Property(record => record.PhotoHash).HasMaxLength(32);
    }
}
