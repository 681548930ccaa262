using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Contracts.Register;

/// <summary>The names of enum members as stored and sent: kebab-case, case-sensitive.</summary>
public static class WireName<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>()
        .ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, T> Values = Names.ToFrozenDictionary(
        pair => pair.Value,
        pair => pair.Key,
        StringComparer.Ordinal
    );

    public static IReadOnlyCollection<string> All => Values.Keys;

    public static string Of(T value) => Names[value];

    public static bool TryParse(string? name, out T value)
    {
        value = default;
        return name is not null && Values.TryGetValue(name, out value);
    }

    public static T Parse(string name) =>
        TryParse(name, out var value) ? value : throw new FormatException($"'{name}' is no {typeof(T).Name}.");
}

public static class WireName
{
    public static string Wire<T>(this T value)
        where T : struct, Enum => WireName<T>.Of(value);
}

/// <summary>Reads and writes an enum by its wire name; numbers and other spellings are refused.</summary>
public sealed class WireNameConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && WireName<T>.TryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"One of: {string.Join(", ", WireName<T>.All)}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(WireName<T>.Of(value));
}
