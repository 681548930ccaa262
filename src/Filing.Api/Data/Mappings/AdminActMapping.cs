using FilingApi.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class AdminActMapping : IEntityTypeConfiguration<AdminAct>
{
    public void Configure(EntityTypeBuilder<AdminAct> builder)
    {
        builder.ToTable("admin_acts").HasKey(act => act.Id);
        builder.Property(act => act.Account).HasMaxLength(Lengths.Id);
        builder.Property(act => act.Organisation).HasMaxLength(Lengths.Code);
        builder.Property(act => act.What).HasMaxLength(AdminAct.WhatLength);
        builder.Property(act => act.Subject).HasMaxLength(Lengths.Id);
        builder.IsChained();
    }
}
