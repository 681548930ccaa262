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
