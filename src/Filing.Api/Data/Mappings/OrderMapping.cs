using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class OrderMapping : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("orders").HasKey(order => order.Number);
        builder.Ignore(order => order.Truck).Ignore(order => order.Trip);
        builder.Ignore(order => order.HasBegun).Ignore(order => order.HasOpenStop).Ignore(order => order.IsOver);
        builder.Property(order => order.Number).HasMaxLength(Lengths.Number);
        builder.Property(order => order.Town).HasMaxLength(Lengths.Code);
        builder.Property(order => order.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(order => order.Hauler).HasMaxLength(Lengths.Code);
        builder.Property(order => order.Plant).HasMaxLength(Lengths.Code);
        builder.Property(order => order.DeclineReason).HasMaxLength(Lengths.Sentence);
        builder.Property(order => order.CancelReason).HasMaxLength(Lengths.Sentence);
        builder.HasMany(order => order.Stops).WithOne().HasForeignKey(stop => stop.Number);

        // An order's place follows from its stops.
        builder.Navigation(order => order.Stops).AutoInclude();
        builder
            .HasIndex(order => new
            {
                order.Plate,
                order.Colour,
                order.To,
            })
            .HasDatabaseName("ix_orders_by_truck");
        builder.HasIndex(order => new { order.Town, order.Departure }).HasDatabaseName("ix_orders_of_town");
    }
}
