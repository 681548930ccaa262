using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.Property(account => account.Id).HasMaxLength(Lengths.Id);
        builder.Property(account => account.Organisation).HasMaxLength(Lengths.Code);
        builder.Property(account => account.Town).HasMaxLength(Lengths.Code);
        builder.Property(account => account.Passwords).IsJson();
    }
}
