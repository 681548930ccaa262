using System.Globalization;
using System.Numerics;
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
        options.Converters.Add(new WholeJson<int>());
        options.Converters.Add(new WholeJson<long>());
        return options;
    }

    private static JsonSerializerOptions Make()
    {
        var options = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

/// <summary>
/// A whole number, however it is written: JSON Schema counts 18000.0 and 1.8e4 as integers, and some programs write them so.
/// </summary>
public sealed class WholeJson<T> : JsonConverter<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number
        && reader.TryGetDecimal(out var number)
        && decimal.IsInteger(number)
        && (number != 0 || reader.GetDouble() == 0)
        && number >= decimal.CreateChecked(T.MinValue)
        && number <= decimal.CreateChecked(T.MaxValue)
            ? T.CreateChecked(number)
            : throw new JsonException("A whole number.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(long.CreateChecked(value));
}

/// <summary>An instant that may lie in any year: what a device says whose clock is dead is judged, not misread.</summary>
public sealed class AnyInstantJson : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && InstantJson.TryParseAnyYear(reader.GetString(), out var instant)
            ? instant
            : throw new JsonException("An instant as ISO 8601 with offset.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(InstantJson.Format(value));
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

    public static bool TryParse(string? text, out DateTimeOffset instant) =>
        TryParseAnyYear(text, out instant) && instant.UtcDateTime.Year is >= 2000 and <= 2100;

    public static bool TryParseAnyYear(string? text, out DateTimeOffset instant)
    {
        if (
            !DateTimeOffset.TryParseExact(
                CutFraction(text),
                Forms,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out instant
            ) || instant.UtcDateTime.Year is < 2 or > 9998
        )
        {
            return false;
        }

        instant = DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds()).ToChina();
        return true;
    }

    /// <summary>
    /// To milliseconds: .NET reads seven digits of a fraction, ISO 8601 allows any number of them, after a point or a comma.
    /// </summary>
    public static string? CutFraction(string? text)
    {
        var point = text?.AsSpan().IndexOfAny('.', ',') ?? -1;
        if (point < 0)
        {
            return text;
        }

        var end = point + 1;
        while (end < text!.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end == point + 1 ? text : $"{text[..point]}.{text[(point + 1)..Math.Min(end, point + 4)]}{text[end..]}";
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
