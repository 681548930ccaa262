using Contracts.Filing;
using Contracts.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DispatchWorker.Data;

/// <summary>The worker's copy of a truck of the roster.</summary>
public sealed class RosterTruckRow : ICopiedRow
{
    public required string Plate { get; init; }
    public required PlateColour Colour { get; init; }
    public required int Version { get; init; }
    public required string Owner { get; init; }
    public required decimal TankM3 { get; init; }
    public required DateOnly PapersUntil { get; init; }

    public static RosterTruckRow Of(RosterTruck truck) =>
        new()
        {
            Plate = truck.Truck.Plate,
            Colour = truck.Truck.Colour,
            Version = truck.Version,
            Owner = truck.Owner,
            TankM3 = truck.TankM3,
            PapersUntil = truck.PapersUntil,
        };

    public RosterTruck ToTruck() =>
        new()
        {
            Truck = new TruckKey(Plate, Colour),
            Version = Version,
            Owner = Owner,
            TankM3 = TankM3,
            PapersUntil = PapersUntil,
        };

    public sealed class Mapping : IEntityTypeConfiguration<RosterTruckRow>
    {
        public void Configure(EntityTypeBuilder<RosterTruckRow> builder)
        {
            builder.ToTable("roster_trucks").HasKey(row => new { row.Plate, row.Colour });
            builder.Property(row => row.Plate).HasMaxLength(FactTruckRow.PlateLength);
            builder.Property(row => row.Owner).HasMaxLength(CopiedColumns.CodeLength);
            builder.Property(row => row.TankM3).IsVolume();
            builder.HasIndex(row => row.Owner).HasDatabaseName("ix_roster_trucks_of_owner");
        }
    }
}
