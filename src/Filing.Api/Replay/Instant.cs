using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Contracts.Register;

namespace FilingApi.Replay;

/// <summary>Instants in the files of a day: ISO 8601, always with an offset, written with +08:00.</summary>
public static class Instant
{
    private static readonly string[] WithOffset = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmzzz"];
    private static readonly string[] Zulu = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm'Z'"];

    public static bool TryParse(string? given, out DateTimeOffset instant) => TryParseCut(Web.InstantJson.CutFraction(given), out instant);

    private static bool TryParseCut(string? text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant)
        || DateTimeOffset.TryParseExact(text, Zulu, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    public static string Write(DateTimeOffset instant) =>
        instant.ToChina().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}

/// <summary>Reads and writes instants as the files of a day have them.</summary>
public sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Instant.TryParse(reader.GetString(), out var instant) ? instant : throw new JsonException("An instant with its offset.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Instant.Write(value));
}
