using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class KeyMapping : IEntityTypeConfiguration<KeyRow>
{
    public void Configure(EntityTypeBuilder<KeyRow> builder)
    {
        builder.ToTable("keys").HasKey(key => key.Id);
        builder.Property(key => key.Name).HasMaxLength(Lengths.Name);
    }
}
