using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class DepartmentMapping : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.ToTable("departments").HasKey(department => new { department.Town, department.Code });
        builder.Property(department => department.Town).HasMaxLength(Lengths.Code);
        builder.Property(department => department.Code).HasMaxLength(Lengths.Code);
        builder.Property(department => department.Name).HasMaxLength(Lengths.Name);
    }
}

internal sealed class ResponsibilityMapping : IEntityTypeConfiguration<Responsibility>
{
    public void Configure(EntityTypeBuilder<Responsibility> builder)
    {
        builder
            .ToTable("responsibilities")
            .HasKey(row => new
            {
                row.Town,
                row.Kind,
                row.From,
            });
        builder.Property(row => row.Town).HasMaxLength(Lengths.Code);
        builder.Property(row => row.Department).HasMaxLength(Lengths.Code);
    }
}
