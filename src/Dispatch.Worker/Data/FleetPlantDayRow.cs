using Contracts.Filing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DispatchWorker.Data;

/// <summary>The worker's copy of one day of a plant that differs from its normal day (R9).</summary>
public sealed class FleetPlantDayRow : ICopiedRow
{
    public required string Plant { get; init; }
    public required DateOnly Date { get; init; }
    public required int Version { get; init; }
    public required bool Open { get; init; }
    public required int? Bays { get; init; }
    public required TimeOnly? Opens { get; init; }
    public required TimeOnly? Closes { get; init; }
    public required decimal? M3 { get; init; }
    public required DateTimeOffset? ClosedFrom { get; init; }

    public static FleetPlantDayRow Of(PlantDay day) =>
        new()
        {
            Plant = day.Plant,
            Date = day.Date,
            Version = day.Version,
            Open = day.Open,
            Bays = day.Bays,
            Opens = day.Opens,
            Closes = day.Closes,
            M3 = day.M3,
            ClosedFrom = day.ClosedFrom,
        };

    public PlantDay ToDay() =>
        new()
        {
            Plant = Plant,
            Date = Date,
            Version = Version,
            Open = Open,
            Bays = Bays,
            Opens = Opens,
            Closes = Closes,
            M3 = M3,
            ClosedFrom = ClosedFrom,
        };

    public sealed class Mapping : IEntityTypeConfiguration<FleetPlantDayRow>
    {
        public void Configure(EntityTypeBuilder<FleetPlantDayRow> builder)
        {
            builder.ToTable("fleet_plant_days").HasKey(row => new { row.Plant, row.Date });
            builder.Property(row => row.Plant).HasMaxLength(CopiedColumns.CodeLength);
            builder.Property(row => row.M3).IsVolume();
            builder.HasIndex(row => row.Date).HasDatabaseName("ix_fleet_plant_days_of_date");
        }
    }
}
