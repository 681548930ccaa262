using Contracts.Filing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DispatchWorker.Data;

/// <summary>The worker's copy of what a plant accepts of municipal loads (R9).</summary>
public sealed class FleetPlantRow : ICopiedRow
{
    public required string Plant { get; init; }
    public required int Version { get; init; }
    public required int? Bays { get; init; }
    public required TimeOnly? Opens { get; init; }
    public required TimeOnly? Closes { get; init; }
    public required decimal? M3 { get; init; }

    public static FleetPlantRow Of(PlantFleet fleet) =>
        new()
        {
            Plant = fleet.Plant,
            Version = fleet.Version,
            Bays = fleet.Bays,
            Opens = fleet.Opens,
            Closes = fleet.Closes,
            M3 = fleet.M3,
        };

    public PlantFleet ToFleet() =>
        new()
        {
            Plant = Plant,
            Version = Version,
            Bays = Bays,
            Opens = Opens,
            Closes = Closes,
            M3 = M3,
        };

    public sealed class Mapping : IEntityTypeConfiguration<FleetPlantRow>
    {
        public void Configure(EntityTypeBuilder<FleetPlantRow> builder)
        {
            builder.ToTable("fleet_plants").HasKey(row => row.Plant);
            builder.Property(row => row.Plant).HasMaxLength(CopiedColumns.CodeLength);
            builder.Property(row => row.M3).IsVolume();
        }
    }
}
