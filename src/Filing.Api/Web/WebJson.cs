using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Contracts.Register;

namespace FilingApi.Web;

/// <summary>The JSON of the API: case-sensitive camelCase, numbers as numbers, instants with an offset, unknown members refused.</summary>
public static class WebJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new InstantJson());
        return options;
    }

    private static JsonSerializerOptions Make()
    {
        var options = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

/// <summary>An instant: ISO 8601 with an offset, kept to the millisecond, sent as +08:00.</summary>
public sealed class InstantJson : JsonConverter<DateTimeOffset>
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mmzzz",
        "yyyy-MM-dd'T'HH:mm:sszzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm'Z'",
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    public static bool TryParse(string? text, out DateTimeOffset instant)
    {
        if (
            !DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant)
            || instant.UtcDateTime.Year is < 2000 or > 2100
        )
        {
            return false;
        }

        instant = DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds()).ToChina();
        return true;
    }

    public static string Format(DateTimeOffset instant) =>
        instant.ToChina().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz", CultureInfo.InvariantCulture);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var instant)
            ? instant
            : throw new JsonException("An instant as ISO 8601 with offset, in 2000-2100.");

    /// <summary>Like <see cref="Format"/>, but digit by digit: every answer contains several.</summary>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[29];
        "0000-00-00T00:00:00.000+08:00"u8.CopyTo(text);
        var local = value.UtcDateTime.AddHours(8);
        Digits(text[..4], local.Year);
        Digits(text[5..7], local.Month);
        Digits(text[8..10], local.Day);
        Digits(text[11..13], local.Hour);
        Digits(text[14..16], local.Minute);
        Digits(text[17..19], local.Second);
        Digits(text[20..23], local.Millisecond);
        var end = local.Millisecond == 0 ? 19 : 23;
        while (end > 19 && text[end - 1] == '0')
        {
            end--;
        }

        "+08:00"u8.CopyTo(text[end..]);
        writer.WriteStringValue(text[..(end + 6)]);
    }

    private static void Digits(Span<byte> text, int number)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            (text[i], number) = ((byte)('0' + (number % 10)), number / 10);
        }
    }
}
