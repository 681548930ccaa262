using Contracts.Filing;
using Contracts.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DispatchWorker.Data;

/// <summary>The worker's copy of an order (R9), which a plan must keep or may change.</summary>
public sealed class PlanningOrderRow : ICopiedRow
{
    public required string Number { get; init; }
    public required int Version { get; init; }
    public required string Town { get; init; }
    public required string Plate { get; init; }
    public required PlateColour Colour { get; init; }
    public required string Plant { get; init; }
    public required DateOnly On { get; init; }
    public required DateTimeOffset Departure { get; init; }
    public required DateTimeOffset Return { get; init; }
    public required string Status { get; init; }
    public required bool OfPlan { get; init; }
    public required bool HasBegun { get; init; }
    public required bool IsOver { get; init; }
    public required IReadOnlyList<PlanningStop> Stops { get; init; }

    public static PlanningOrderRow Of(PlanningOrder order) =>
        new()
        {
            Number = order.Number,
            Version = order.Version,
            Town = order.Town,
            Plate = order.Truck.Plate,
            Colour = order.Truck.Colour,
            Plant = order.Plant,
            On = order.On,
            Departure = order.Departure,
            Return = order.Return,
            Status = order.Status,
            OfPlan = order.OfPlan,
            HasBegun = order.HasBegun,
            IsOver = order.IsOver,
            Stops = order.Stops,
        };

    public PlanningOrder ToOrder() =>
        new()
        {
            Number = Number,
            Version = Version,
            Town = Town,
            Truck = new TruckKey(Plate, Colour),
            Plant = Plant,
            On = On,
            Departure = Departure,
            Return = Return,
            Status = Status,
            OfPlan = OfPlan,
            HasBegun = HasBegun,
            IsOver = IsOver,
            Stops = Stops,
        };

    public sealed class Mapping : IEntityTypeConfiguration<PlanningOrderRow>
    {
        public void Configure(EntityTypeBuilder<PlanningOrderRow> builder)
        {
            builder.ToTable("planning_orders").HasKey(row => row.Number);
            builder.Property(row => row.Number).HasMaxLength(FactRow.NumberLength);
            builder.Property(row => row.Town).HasMaxLength(CopiedColumns.CodeLength);
            builder.Property(row => row.Plate).HasMaxLength(FactTruckRow.PlateLength);
            builder.Property(row => row.Plant).HasMaxLength(CopiedColumns.CodeLength);
            builder.Property(row => row.Status).HasMaxLength(20);
            builder.Property(row => row.Stops).IsJson();
            builder.HasIndex(row => row.On).HasDatabaseName("ix_planning_orders_of_day");
        }
    }
}
