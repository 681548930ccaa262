using FilingApi.Evidence;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class BooksMapping
    : IEntityTypeConfiguration<ReviewRow>,
        IEntityTypeConfiguration<SequenceRow>,
        IEntityTypeConfiguration<RefusalRow>,
        IEntityTypeConfiguration<AnswerRow>,
        IEntityTypeConfiguration<DataProtectionKey>,
        IEntityTypeConfiguration<AdminAct>
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

    public void Configure(EntityTypeBuilder<ReviewRow> builder)
    {
        builder.ToTable("reviews").HasKey(review => review.Number);
        builder.Property(review => review.Number).HasMaxLength(Lengths.Number);
        builder.Property(review => review.Town).HasMaxLength(Lengths.Code);
        builder.Property(review => review.Kind).HasMaxLength(Lengths.Code);
        builder.Property(review => review.Outcome).HasMaxLength(20);
        builder
            .HasIndex(review => new
            {
                review.Town,
                review.EndedAt,
                review.DueAt,
            })
            .HasDatabaseName("ix_reviews_waiting");
    }

    public void Configure(EntityTypeBuilder<SequenceRow> builder)
    {
        builder.ToTable("sequences").HasKey(sequence => sequence.Prefix);
        builder.Property(sequence => sequence.Prefix).HasMaxLength(Lengths.Number);
    }

    public void Configure(EntityTypeBuilder<RefusalRow> builder)
    {
        builder.ToTable("refusal_log").HasKey(refusal => refusal.Id);
        builder.Property(refusal => refusal.Enterprise).HasMaxLength(Lengths.Code);
        builder.Property(refusal => refusal.Code).HasMaxLength(10);
        builder.Property(refusal => refusal.Manifest).HasMaxLength(Lengths.Id);
    }

    public void Configure(EntityTypeBuilder<AnswerRow> builder)
    {
        builder.ToTable("answers").HasKey(answer => new { answer.Account, answer.Key });
        builder.Property(answer => answer.Account).HasMaxLength(Lengths.Id);
        builder.Property(answer => answer.Key).HasMaxLength(AnswerRow.KeyLength);
        builder.Property(answer => answer.RequestHash).HasMaxLength(64);
        builder.Property(answer => answer.ContentType).HasMaxLength(Lengths.Id);
        builder.Property(answer => answer.ETag).HasMaxLength(20);
        builder.HasIndex(answer => answer.At).HasDatabaseName("ix_answers_age");
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("keys").HasKey(key => key.Id);
        builder.Property(key => key.FriendlyName).HasColumnName("Name").HasMaxLength(Lengths.Name).IsRequired();
        builder.Property(key => key.Xml).IsRequired();
    }
}
