using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class TripMapping : IEntityTypeConfiguration<Trip>
{
    public void Configure(EntityTypeBuilder<Trip> builder)
    {
        builder.ToTable("trips").HasKey(trip => trip.Id);
        builder.Ignore(trip => trip.IsVolumeMismatch);
        builder.Property(trip => trip.Id).HasMaxLength(Lengths.Id);
        builder.Property(trip => trip.Town).HasMaxLength(Lengths.Code);
        builder.Property(trip => trip.Number).HasMaxLength(Lengths.Number);
        builder.Property(trip => trip.FiledPlant).HasMaxLength(Lengths.Code);
        builder.Property(trip => trip.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(trip => trip.LoadedBy).HasMaxLength(Lengths.Id);
        builder.Property(trip => trip.ClosedBy).HasMaxLength(Lengths.Id);
        builder.Property(trip => trip.Plant).HasMaxLength(Lengths.Code);
        builder.Property(trip => trip.RejectionReason).HasMaxLength(Lengths.Sentence);
        builder.Property(trip => trip.Corrections).IsJson();
        builder.HasIndex(trip => new { trip.Number, trip.N }).IsUnique().HasDatabaseName("ux_trips_of_number");
        builder.HasIndex(trip => new { trip.Plate, trip.State }).HasDatabaseName("ix_trips_open_of_plate");
    }
}
