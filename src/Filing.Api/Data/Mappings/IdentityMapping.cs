using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

/// <summary>Identity's own tables, with keys that a SQL Server can hold.</summary>
internal sealed class IdentityMapping
    : IEntityTypeConfiguration<IdentityUserClaim<string>>,
        IEntityTypeConfiguration<IdentityUserLogin<string>>,
        IEntityTypeConfiguration<IdentityUserToken<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<string>> builder) => builder.ToTable("account_claims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<string>> builder)
    {
        builder.ToTable("account_logins");
        builder.Property(login => login.LoginProvider).HasMaxLength(Lengths.Id);
        builder.Property(login => login.ProviderKey).HasMaxLength(Lengths.Id);
        builder.Property(login => login.UserId).HasMaxLength(Lengths.Id);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<string>> builder)
    {
        builder.ToTable("account_tokens");
        builder.Property(token => token.LoginProvider).HasMaxLength(Lengths.Id);
        builder.Property(token => token.Name).HasMaxLength(Lengths.Id);
        builder.Property(token => token.UserId).HasMaxLength(Lengths.Id);
    }
}
