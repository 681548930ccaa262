using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class IgnoredCountMapping : IEntityTypeConfiguration<IgnoredCount>
{
    public void Configure(EntityTypeBuilder<IgnoredCount> builder)
    {
        builder.ToTable("ignored_counts").HasKey(count => new { count.Day, count.Account });
        builder.Property(count => count.Account).HasMaxLength(Lengths.Id);
    }
}
