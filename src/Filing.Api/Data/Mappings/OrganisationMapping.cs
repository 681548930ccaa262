using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations").HasKey(organisation => organisation.Code);
        builder.Property(organisation => organisation.Code).HasMaxLength(Lengths.Code);
        builder.Property(organisation => organisation.Kind).HasMaxLength(Lengths.Code);
        builder.Property(organisation => organisation.Name).HasMaxLength(Lengths.Name);
        builder.Property(organisation => organisation.Town).HasMaxLength(Lengths.Code);
        builder.Property(organisation => organisation.Uscc).HasMaxLength(Lengths.Code);
        builder.Property(organisation => organisation.Phone).HasMaxLength(Lengths.Code);
        builder.Property(organisation => organisation.Qualifications).IsJson();
    }
}
