using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class RefusalMapping : IEntityTypeConfiguration<RefusalRow>
{
    public void Configure(EntityTypeBuilder<RefusalRow> builder)
    {
        builder.ToTable("refusal_log").HasKey(refusal => refusal.Id);
        builder.Property(refusal => refusal.Enterprise).HasMaxLength(Lengths.Code);
        builder.Property(refusal => refusal.Code).HasMaxLength(10);
        builder.Property(refusal => refusal.Manifest).HasMaxLength(Lengths.Id);
    }
}
