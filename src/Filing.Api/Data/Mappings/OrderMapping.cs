using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class OrderMapping : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("orders").HasKey(order => order.Number);
        builder.Ignore(order => order.Truck).Ignore(order => order.Site);
        builder.Property(order => order.Number).HasMaxLength(Lengths.Number);
        builder.Property(order => order.Town).HasMaxLength(Lengths.Code);
        builder.Property(order => order.Section).HasMaxLength(Lengths.Name);
        builder.Property(order => order.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(order => order.Hauler).HasMaxLength(Lengths.Code);
        builder.Property(order => order.Plant).HasMaxLength(Lengths.Code);
        builder.Property(order => order.Job).HasMaxLength(Lengths.Number);
        builder.Property(order => order.MoveReason).HasMaxLength(Lengths.Sentence);
        builder.Property(order => order.CancelReason).HasMaxLength(Lengths.Sentence);
        builder
            .HasIndex(order => new
            {
                order.Plate,
                order.Colour,
                order.To,
            })
            .HasDatabaseName("ix_orders_by_truck");
    }
}
