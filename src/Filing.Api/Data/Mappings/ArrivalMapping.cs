using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class ArrivalMapping : IEntityTypeConfiguration<Arrival>
{
    public void Configure(EntityTypeBuilder<Arrival> builder)
    {
        builder.ToTable("arrivals").HasKey(arrival => arrival.Number);
        builder.Property(arrival => arrival.Number).HasMaxLength(Lengths.Number);
        builder.Property(arrival => arrival.Town).HasMaxLength(Lengths.Code);
        builder.Property(arrival => arrival.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(arrival => arrival.Plant).HasMaxLength(Lengths.Code);
        builder.Property(arrival => arrival.Account).HasMaxLength(Lengths.Id);
    }
}
