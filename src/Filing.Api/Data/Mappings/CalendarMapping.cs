using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

internal sealed class CalendarMapping : IEntityTypeConfiguration<CalendarRow>
{
    public void Configure(EntityTypeBuilder<CalendarRow> builder)
    {
        builder.ToTable("calendars").HasKey(calendar => calendar.Year);
        builder.Property(calendar => calendar.Year).ValueGeneratedNever();
        builder.Property(calendar => calendar.Off).IsJson();
        builder.Property(calendar => calendar.Work).IsJson();
    }
}
