using System.Text.Json;
using FilingApi.Data;

namespace FilingApi.Register;

/// <summary>The official calendars published when this version was released; later ones are imported.</summary>
public static class ShippedCalendars
{
    private sealed record CalendarFile(int Year, DateOnly[] Off, DateOnly[] Work);

    public static IEnumerable<CalendarRow> Read()
    {
        var assembly = typeof(ShippedCalendars).Assembly;
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(name => name.Contains(".holidays-", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var file = JsonSerializer.Deserialize<CalendarFile>(stream, JsonSerializerOptions.Web)!;
            yield return new CalendarRow
            {
                Year = file.Year,
                Off = file.Off,
                Work = file.Work,
            };
        }
    }
}
