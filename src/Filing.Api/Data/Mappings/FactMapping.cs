using Contracts.Delivery;
using Contracts.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class FactMapping : IEntityTypeConfiguration<FactRow>
{
    public void Configure(EntityTypeBuilder<FactRow> builder)
    {
        builder.ToTable("register_facts").HasKey(fact => fact.Position);
        builder.Property(fact => fact.Position).ValueGeneratedOnAdd();
        builder.Property(fact => fact.Number).HasMaxLength(Lengths.Number);
        builder.Property(fact => fact.Body).HasConversion<JsonColumn<Permission>>();
        builder.HasIndex(fact => new { fact.Number, fact.Seq }).IsUnique().HasDatabaseName("ux_register_facts_number_seq");
        builder.HasIndex(fact => fact.To).HasDatabaseName("ix_register_facts_recent");
        builder.IsChained();
    }
}
