using Contracts.Filing;
using Contracts.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DispatchWorker.Data;

/// <summary>The worker's copy of one day of a truck that differs from its normal day (R9).</summary>
public sealed class FleetTruckDayRow : ICopiedRow
{
    public required string Plate { get; init; }
    public required PlateColour Colour { get; init; }
    public required DateOnly Date { get; init; }
    public required int Version { get; init; }
    public required bool OnDuty { get; init; }
    public required TimeOnly? ShiftFrom { get; init; }
    public required TimeOnly? ShiftTo { get; init; }
    public required DateTimeOffset? OffFrom { get; init; }

    public static FleetTruckDayRow Of(TruckDay day) =>
        new()
        {
            Plate = day.Truck.Plate,
            Colour = day.Truck.Colour,
            Date = day.Date,
            Version = day.Version,
            OnDuty = day.OnDuty,
            ShiftFrom = day.ShiftFrom,
            ShiftTo = day.ShiftTo,
            OffFrom = day.OffFrom,
        };

    public TruckDay ToDay() =>
        new()
        {
            Truck = new TruckKey(Plate, Colour),
            Date = Date,
            Version = Version,
            OnDuty = OnDuty,
            ShiftFrom = ShiftFrom,
            ShiftTo = ShiftTo,
            OffFrom = OffFrom,
        };

    public sealed class Mapping : IEntityTypeConfiguration<FleetTruckDayRow>
    {
        public void Configure(EntityTypeBuilder<FleetTruckDayRow> builder)
        {
            builder
                .ToTable("fleet_truck_days")
                .HasKey(row => new
                {
                    row.Plate,
                    row.Colour,
                    row.Date,
                });
            builder.Property(row => row.Plate).HasMaxLength(FactTruckRow.PlateLength);
            builder.HasIndex(row => row.Date).HasDatabaseName("ix_fleet_truck_days_of_date");
        }
    }
}
