using Contracts.Filing;
using Contracts.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DispatchWorker.Data;

/// <summary>The worker's copy of a plant of the roster.</summary>
public sealed class RosterPlantRow : ICopiedRow
{
    public required string Code { get; init; }
    public required int Version { get; init; }
    public required double Lat { get; init; }
    public required double Lon { get; init; }
    public required TimeOnly? Opens { get; init; }
    public required TimeOnly? Closes { get; init; }
    public required IReadOnlyList<string> Accepts { get; init; }

    public static RosterPlantRow Of(RosterPlant plant) =>
        new()
        {
            Code = plant.Code,
            Version = plant.Version,
            Lat = plant.Point.Lat,
            Lon = plant.Point.Lon,
            Opens = plant.Opens,
            Closes = plant.Closes,
            Accepts = plant.Accepts,
        };

    public RosterPlant ToPlant() =>
        new()
        {
            Code = Code,
            Version = Version,
            Point = new GeoPoint(Lat, Lon),
            Opens = Opens,
            Closes = Closes,
            Accepts = Accepts,
        };

    public sealed class Mapping : IEntityTypeConfiguration<RosterPlantRow>
    {
        public void Configure(EntityTypeBuilder<RosterPlantRow> builder)
        {
            builder.ToTable("roster_plants").HasKey(row => row.Code);
            builder.Property(row => row.Code).HasMaxLength(CopiedColumns.CodeLength);
            builder.Property(row => row.Accepts).IsJson();
        }
    }
}
