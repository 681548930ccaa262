using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class TypedMapping : IEntityTypeConfiguration<TypedRow>
{
    public void Configure(EntityTypeBuilder<TypedRow> builder)
    {
        builder.ToTable("typed_forms").HasKey(typed => new { typed.Account, typed.Number });
        builder.Property(typed => typed.Account).HasMaxLength(Lengths.Id);
        builder.Property(typed => typed.Number).HasMaxLength(Lengths.Number);
    }
}
