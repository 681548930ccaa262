using Contracts.Filing;
using Contracts.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DispatchWorker.Data;

/// <summary>The worker's copy of a depot of the roster.</summary>
public sealed class RosterDepotRow : ICopiedRow
{
    public required string Code { get; init; }
    public required int Version { get; init; }
    public required double Lat { get; init; }
    public required double Lon { get; init; }
    public required string? Owner { get; init; }

    public static RosterDepotRow Of(RosterDepot depot) =>
        new()
        {
            Code = depot.Code,
            Version = depot.Version,
            Lat = depot.Point.Lat,
            Lon = depot.Point.Lon,
            Owner = depot.Owner,
        };

    public RosterDepot ToDepot() =>
        new()
        {
            Code = Code,
            Version = Version,
            Point = new GeoPoint(Lat, Lon),
            Owner = Owner,
        };

    public sealed class Mapping : IEntityTypeConfiguration<RosterDepotRow>
    {
        public void Configure(EntityTypeBuilder<RosterDepotRow> builder)
        {
            builder.ToTable("roster_depots").HasKey(row => row.Code);
            builder.Property(row => row.Code).HasMaxLength(CopiedColumns.CodeLength);
            builder.Property(row => row.Owner).HasMaxLength(CopiedColumns.CodeLength);
        }
    }
}
