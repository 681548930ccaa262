using Contracts.Filing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DispatchWorker.Data;

/// <summary>The worker's copy of a hauler: the town it belongs to.</summary>
public sealed class RosterOwnerRow : ICopiedRow
{
    public required string Code { get; init; }
    public required int Version { get; init; }
    public required string Town { get; init; }

    public static RosterOwnerRow Of(RosterOwner owner) =>
        new()
        {
            Code = owner.Code,
            Version = owner.Version,
            Town = owner.Town,
        };

    public RosterOwner ToOwner() =>
        new()
        {
            Code = Code,
            Version = Version,
            Town = Town,
        };

    public sealed class Mapping : IEntityTypeConfiguration<RosterOwnerRow>
    {
        public void Configure(EntityTypeBuilder<RosterOwnerRow> builder)
        {
            builder.ToTable("roster_owners").HasKey(row => row.Code);
            builder.Property(row => row.Code).HasMaxLength(CopiedColumns.CodeLength);
            builder.Property(row => row.Town).HasMaxLength(CopiedColumns.CodeLength);
            builder.HasIndex(row => row.Town).HasDatabaseName("ix_roster_owners_of_town");
        }
    }
}
