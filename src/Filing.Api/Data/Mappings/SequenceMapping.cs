using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class SequenceMapping : IEntityTypeConfiguration<SequenceRow>
{
    public void Configure(EntityTypeBuilder<SequenceRow> builder)
    {
        builder.ToTable("sequences").HasKey(sequence => sequence.Prefix);
        builder.Property(sequence => sequence.Prefix).HasMaxLength(Lengths.Number);
    }
}
