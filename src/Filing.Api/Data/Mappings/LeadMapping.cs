using Contracts.Delivery;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class LeadMapping : IEntityTypeConfiguration<Lead>
{
    public void Configure(EntityTypeBuilder<Lead> builder)
    {
        builder.ToTable("leads").HasKey(lead => lead.Id);
        builder.Ignore(lead => lead.IsCheckedByPerson).Ignore(lead => lead.RunStatus);
        builder.Property(lead => lead.Id).HasMaxLength(Lengths.Id);
        builder.Property(lead => lead.Of).HasMaxLength(Lengths.Id);
        builder.Property(lead => lead.Town).HasMaxLength(Lengths.Code);
        builder.Property(lead => lead.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(lead => lead.Department).HasMaxLength(Lengths.Code);
        builder.Property(lead => lead.Run).HasConversion<JsonColumn<LeadRun>>().IsQuiet();
        builder.Property(lead => lead.Words).HasMaxLength(Lengths.Sentence);
        builder.Property(lead => lead.CheckedBy).HasMaxLength(Lengths.Id);
        builder.Property(lead => lead.ContradictedBy).HasMaxLength(Lengths.Id);
        builder
            .HasIndex(lead => new
            {
                lead.Town,
                lead.RaisedAt,
                lead.Id,
            })
            .HasDatabaseName("ix_leads_of_town");
        builder
            .HasIndex(lead => new
            {
                lead.Kind,
                lead.Town,
                lead.RaisedAt,
            })
            .HasDatabaseName("ix_leads_of_kind");
    }
}
