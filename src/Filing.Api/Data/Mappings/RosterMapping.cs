using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class RosterMapping
    : IEntityTypeConfiguration<Town>,
        IEntityTypeConfiguration<Organisation>,
        IEntityTypeConfiguration<Plant>,
        IEntityTypeConfiguration<Depot>,
        IEntityTypeConfiguration<Truck>,
        IEntityTypeConfiguration<CalendarRow>
{
    public void Configure(EntityTypeBuilder<Town> builder)
    {
        builder.ToTable("towns").HasKey(town => town.Code);
        builder.Property(town => town.Code).HasMaxLength(Lengths.Code);
        builder.Property(town => town.Name).HasMaxLength(Lengths.Name);
    }

    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations").HasKey(organisation => organisation.Code);
        builder.Property(organisation => organisation.Code).HasMaxLength(Lengths.Code);
        builder.Property(organisation => organisation.Kind).HasMaxLength(Lengths.Code);
        builder.Property(organisation => organisation.Name).HasMaxLength(Lengths.Name);
        builder.Property(organisation => organisation.Town).HasMaxLength(Lengths.Code);
        builder.Property(organisation => organisation.Uscc).HasMaxLength(Lengths.Code);
        builder.Property(organisation => organisation.Phone).HasMaxLength(Lengths.Code);
        builder.Property(organisation => organisation.Qualifications).IsJson();
    }

    public void Configure(EntityTypeBuilder<Plant> builder)
    {
        builder.ToTable("plants").HasKey(plant => plant.Code);
        builder.Ignore(plant => plant.Area);
        builder.Property(plant => plant.Code).HasMaxLength(Lengths.Code);
        builder.Property(plant => plant.Name).HasMaxLength(Lengths.Name);
        builder.Property(plant => plant.Opens).HasMaxLength(5);
        builder.Property(plant => plant.Closes).HasMaxLength(5);
        builder.Property(plant => plant.Accepts).IsJson();
    }

    public void Configure(EntityTypeBuilder<Depot> builder)
    {
        builder.ToTable("depots").HasKey(depot => depot.Code);
        builder.Property(depot => depot.Code).HasMaxLength(Lengths.Code);
        builder.Property(depot => depot.Name).HasMaxLength(Lengths.Name);
    }

    public void Configure(EntityTypeBuilder<Truck> builder)
    {
        builder.ToTable("trucks").HasKey(truck => new { truck.Plate, truck.Colour });
        builder.Ignore(truck => truck.Key);
        builder.Property(truck => truck.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(truck => truck.Owner).HasMaxLength(Lengths.Code);
        builder.HasIndex(truck => truck.Owner).HasDatabaseName("ix_trucks_of_owner");
    }

    public void Configure(EntityTypeBuilder<CalendarRow> builder)
    {
        builder.ToTable("calendars").HasKey(calendar => calendar.Year);
        builder.Property(calendar => calendar.Year).ValueGeneratedNever();
        builder.Property(calendar => calendar.Off).IsJson();
        builder.Property(calendar => calendar.Work).IsJson();
    }
}
