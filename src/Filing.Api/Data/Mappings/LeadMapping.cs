using Contracts.Delivery;
using Contracts.Dispatch;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class LeadMapping : IEntityTypeConfiguration<Lead>
{
    public void Configure(EntityTypeBuilder<Lead> builder)
    {
        builder.ToTable("leads").HasKey(lead => lead.Key);
        builder.Property(lead => lead.Key).HasMaxLength(Lengths.Id);
        builder.Property(lead => lead.TripId).HasMaxLength(Lengths.Id);
        builder.Property(lead => lead.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(lead => lead.Run).HasConversion<JsonColumn<RunSnapshot>>().IsQuiet();
        builder.Property(lead => lead.Words).HasMaxLength(Lengths.Sentence);
        builder.Property(lead => lead.CheckedBy).HasMaxLength(Lengths.Id);
        builder.HasIndex(lead => lead.RunId).HasDatabaseName("ix_leads_of_run");
        builder.HasIndex(lead => new { lead.Kind, lead.Key }).HasDatabaseName("ix_leads_of_kind");
    }
}
