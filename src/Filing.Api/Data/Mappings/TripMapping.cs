using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class TripMapping : IEntityTypeConfiguration<Trip>, IEntityTypeConfiguration<Arrival>, IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Trip> builder)
    {
        builder.ToTable("trips").HasKey(trip => trip.Id);
        builder.Ignore(trip => trip.IsVolumeMismatch);
        builder.Property(trip => trip.Id).HasMaxLength(Lengths.Id);
        builder.Property(trip => trip.Number).HasMaxLength(Lengths.Number);
        builder.Property(trip => trip.FiledPlant).HasMaxLength(Lengths.Code);
        builder.Property(trip => trip.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(trip => trip.LoadedBy).HasMaxLength(Lengths.Id);
        builder.Property(trip => trip.ClosedBy).HasMaxLength(Lengths.Id);
        builder.Property(trip => trip.Plant).HasMaxLength(Lengths.Code);
        builder.Property(trip => trip.RejectionReason).HasMaxLength(Lengths.Sentence);
        builder.HasIndex(trip => new { trip.Number, trip.N }).IsUnique().HasDatabaseName("ux_trips_of_number");
        builder.HasIndex(trip => new { trip.Plate, trip.State }).HasDatabaseName("ix_trips_open_of_plate");
    }

    public void Configure(EntityTypeBuilder<Arrival> builder)
    {
        builder.ToTable("arrivals").HasKey(arrival => arrival.Number);
        builder.Property(arrival => arrival.Number).HasMaxLength(Lengths.Number);
        builder.Property(arrival => arrival.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(arrival => arrival.Plant).HasMaxLength(Lengths.Code);
        builder.Property(arrival => arrival.Account).HasMaxLength(Lengths.Id);
    }

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
