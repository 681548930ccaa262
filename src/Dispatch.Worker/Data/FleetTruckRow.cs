using Contracts.Filing;
using Contracts.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DispatchWorker.Data;

/// <summary>The worker's copy of a truck's normal working day (R9).</summary>
public sealed class FleetTruckRow : ICopiedRow
{
    public required string Plate { get; init; }
    public required PlateColour Colour { get; init; }
    public required int Version { get; init; }
    public required string? Depot { get; init; }
    public required TimeOnly ShiftFrom { get; init; }
    public required TimeOnly ShiftTo { get; init; }
    public required IReadOnlyList<FleetBreak> Breaks { get; init; }
    public required int OvertimeMinutes { get; init; }
    public required IReadOnlyList<string> Equipment { get; init; }
    public required IReadOnlyList<string> Crew { get; init; }
    public required IReadOnlyList<string> Kinds { get; init; }

    public static FleetTruckRow Of(TruckFleet fleet) =>
        new()
        {
            Plate = fleet.Truck.Plate,
            Colour = fleet.Truck.Colour,
            Version = fleet.Version,
            Depot = fleet.Depot,
            ShiftFrom = fleet.ShiftFrom,
            ShiftTo = fleet.ShiftTo,
            Breaks = fleet.Breaks,
            OvertimeMinutes = fleet.OvertimeMinutes,
            Equipment = fleet.Equipment,
            Crew = fleet.Crew,
            Kinds = fleet.Kinds,
        };

    public TruckFleet ToFleet() =>
        new()
        {
            Truck = new TruckKey(Plate, Colour),
            Version = Version,
            Depot = Depot,
            ShiftFrom = ShiftFrom,
            ShiftTo = ShiftTo,
            Breaks = Breaks,
            OvertimeMinutes = OvertimeMinutes,
            Equipment = Equipment,
            Crew = Crew,
            Kinds = Kinds,
        };

    public sealed class Mapping : IEntityTypeConfiguration<FleetTruckRow>
    {
        public void Configure(EntityTypeBuilder<FleetTruckRow> builder)
        {
            builder.ToTable("fleet_trucks").HasKey(row => new { row.Plate, row.Colour });
            builder.Property(row => row.Plate).HasMaxLength(FactTruckRow.PlateLength);
            builder.Property(row => row.Depot).HasMaxLength(CopiedColumns.CodeLength);
            builder.Property(row => row.Breaks).IsJson();
            builder.Property(row => row.Equipment).IsJson();
            builder.Property(row => row.Crew).IsJson();
            builder.Property(row => row.Kinds).IsJson();
        }
    }
}
