using System.Buffers;
using System.Text.Json;

namespace FilingApi.Replay;

/// <summary>JSON helpers for the files of a day and the service's answers.</summary>
public static class Json
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null
            ? member
            : null;

    /// <summary>The member's text; null if it is missing, null or not a string.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        try
        {
            return element.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; /* half a surrogate pair is not text */
        }
    }

    public static bool IsTrue(this JsonElement element, string name) => element.Member(name) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>The named members of <paramref name="source"/>, copied verbatim, and the <paramref name="added"/> texts.</summary>
    public static byte[] Pick(
        JsonElement source,
        IReadOnlyCollection<string> names,
        params IReadOnlyCollection<(string Name, string Value)> added
    ) =>
        Write(writer =>
        {
            foreach (var name in names)
            {
                if (source.TryGetProperty(name, out var member))
                {
                    Copy(writer, name, member);
                }
            }

            foreach (var (name, value) in added)
            {
                writer.WriteString(name, value);
            }
        });

    /// <summary>The whole object with `submit` set to true: every filing of a day is submitted.</summary>
    public static byte[] WithSubmit(JsonElement filing) =>
        Write(writer =>
        {
            foreach (var member in filing.EnumerateObject().Where(member => member.Name != "submit"))
            {
                Copy(writer, member.Name, member.Value);
            }

            writer.WriteBoolean("submit", true);
        });

    private static void Copy(Utf8JsonWriter writer, string name, JsonElement member)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(member.GetRawText(), skipInputValidation: true);
    }

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
