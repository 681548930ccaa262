using System.Text;
using System.Text.Json.Nodes;

namespace FilingApi.Tests.Fuzz;

/// <summary>Absurd input: raw JSON in a member's place, and broken bodies.</summary>
internal sealed class Absurd(Random dice)
{
    /// <summary>A placeholder in a body for what a JSON tree cannot hold.</summary>
    private const string Place = "raw-json-";

    private static readonly string[] Raw =
    [
        "null",
        "true",
        "0",
        "-1",
        "-0",
        "1e400",
        "-1e400",
        "1e-400",
        "9223372036854775808",
        "79228162514264337593543950336",
        "0.1234567890123456789",
        "2147483648",
        "NaN",
        "Infinity",
        "-Infinity",
        "01",
        "1.",
        "+1",
        "\"\"",
        "\" \"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\\udc00x\"",
        "\"\\ufffe\"",
        "\"䶮𠮷\"",
        "\"湘䶮12345\"",
        "\"湘A1234５\"",
        "\"‮湘A10001\"",
        "\"🚛🚛🚛\"",
        "\"e\\u0301\"",
        "\"\\u200b\"",
        "\"' OR 1=1 --\"",
        "\"<script>alert(1)</script>\"",
        "\"NaN\"",
        "\"-1\"",
        "\"12\"",
        "\"null\"",
        "\"2026-02-30T09:00:00+08:00\"",
        "\"2026-03-02T09:00:00\"",
        "\"2026-03-02\"",
        "\"0001-01-01T00:00:00+14:00\"",
        "\"9999-12-31T23:59:59-14:00\"",
        "\"2026-03-02T24:00:00Z\"",
        "\"20260302T090000Z\"",
        "[]",
        "{}",
        "[null]",
        "[[[[[[]]]]]]",
        "{\"lat\":91,\"lon\":181}",
        "{\"lat\":28.2}",
        "{\"lat\":1e308,\"lon\":-1e308}",
        "{\"lat\":\"28.2\",\"lon\":113.2}",
        "{\"a\":1,\"a\":2}",
        "{\"\\ud800\":1}",
    ];

    private static readonly string[] Texts =
    [
        "",
        " ",
        "0",
        "-1",
        "1",
        "NaN",
        "null",
        "true",
        "9223372036854775808",
        "1e400",
        "䶮",
        "𠮷野家",
        "湘䶮12345",
        "湘A10001",
        "湘Ａ１０００１",
        "' OR 1=1 --",
        "<b>",
        "..",
        "%",
        "a/b",
        "a?b",
        "a#b",
        "‮",
        "🚛",
        "2026-02-30",
        "2026-03-02T09:00:00",
        "MHww",
        "fA",
        "LTYyMTM1NTk2ODAwMDAxfA",
        "eyJhIjoxfQ",
    ];

    public JsonNode Node() => JsonValue.Create(Place + dice.Next(Raw.Length + 3));

    /// <summary>The body as bytes, with placeholders replaced by raw JSON.</summary>
    public static string Written(JsonNode? body)
    {
        var text = body?.ToJsonString() ?? "null";
        for (var i = Raw.Length + 2; i >= 0; i--)
        {
            text = text.Replace($"\"{Place}{i}\"", Of(i), StringComparison.Ordinal);
        }

        return text;
    }

    private static string Of(int i) =>
        (i - Raw.Length) switch
        {
            < 0 => Raw[i],
            0 => $"\"{new string('字', 5_000)}\"",
            1 => $"\"{new string('x', 300_000)}\"",
            _ => string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200)),
        };

    public string Text() => dice.Next(12) == 0 ? new string('长', 150) : Texts[dice.Next(Texts.Length)];

    /// <summary>Replaces one or two members anywhere in a body.</summary>
    public JsonNode? Spoil(JsonNode? body)
    {
        for (var n = 1 + dice.Next(2); n > 0; n--)
        {
            body = SpoilOnce(body);
        }

        return body;
    }

    private JsonNode? SpoilOnce(JsonNode? body)
    {
        switch (body)
        {
            case JsonObject { Count: > 0 } members when dice.Next(8) > 0:
                var name = members.ElementAt(dice.Next(members.Count)).Key;
                if (members[name] is JsonObject or JsonArray && dice.Next(3) > 0)
                {
                    var inner = members[name];
                    members.Remove(name);
                    members[name] = SpoilOnce(inner);
                }
                else if (dice.Next(4) == 0)
                {
                    members.Remove(name);
                }
                else
                {
                    members[name] = Node();
                }

                return members;
            case JsonObject members:
                members[dice.Next(2) == 0 ? "unknown" : "䶮~/𠮷"] = Node();
                return members;
            case JsonArray { Count: > 0 } items when dice.Next(4) > 0:
                var at = dice.Next(items.Count);
                var item = items[at];
                items.RemoveAt(at);
                items.Insert(at, dice.Next(3) == 0 ? Node() : SpoilOnce(item));
                if (dice.Next(4) == 0)
                {
                    items.Add(items[at]?.DeepClone());
                }

                return items;
            default:
                return Node();
        }
    }

    /// <summary>Breaks the body: no JSON, not UTF-8, or empty.</summary>
    public byte[] Break(string body) =>
        dice.Next(8) switch
        {
            0 => [],
            1 => Encoding.UTF8.GetBytes(body[..dice.Next(body.Length)]),
            2 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(body)],
            3 => Encoding.Unicode.GetBytes(body),
            4 => [.. Encoding.UTF8.GetBytes(body), 0xC0, 0x80, 0xFF],
            5 => Encoding.UTF8.GetBytes(body + body),
            6 => Encoding.UTF8.GetBytes(body.Replace(':', ' ')),
            _ => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 2_000))),
        };
}
