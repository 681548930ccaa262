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
        builder.Property(account => account.Towns).IsJson();
        builder.Property(account => account.Departments).IsJson();
        builder.Property(account => account.Passwords).IsJson();
        builder.Property(account => account.Passwords).IsSecret();
        builder.Property(account => account.PasswordHash).IsSecret();
        builder.Property(account => account.SecurityStamp).IsSecret();
        builder.Property(account => account.ConcurrencyStamp).IsQuiet();
        builder.Property(account => account.AccessFailedCount).IsQuiet();
        builder.Property(account => account.LockoutEnd).IsQuiet();
    }
}
