using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class KeyMapping : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("keys").HasKey(key => key.Id);
        builder.Property(key => key.FriendlyName).HasColumnName("Name").HasMaxLength(Lengths.Name).IsRequired();
        builder.Property(key => key.Xml).IsRequired();
    }
}
