using Contracts.Delivery;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class PlaceMapping : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("places").HasKey(place => new { place.Town, place.Name });
        builder.Ignore(place => place.Point);
        builder.Property(place => place.Town).HasMaxLength(Lengths.Code);
        builder.Property(place => place.Name).HasMaxLength(100);
        builder.Property(place => place.Kind).HasConversion<WireConverter<PlaceKind>>().HasMaxLength(20);
    }
}
