using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data.Mappings;

public sealed class FirstCodeMapping : IEntityTypeConfiguration<FirstCodeRow>
{
    public void Configure(EntityTypeBuilder<FirstCodeRow> builder)
    {
        builder.ToTable("first_code").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
