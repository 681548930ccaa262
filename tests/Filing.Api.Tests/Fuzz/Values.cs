using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FilingApi.Tests.Contract;

namespace FilingApi.Tests.Fuzz;

/// <summary>Bodies that fit the description, with known identifiers where the member's name asks for one.</summary>
internal sealed class Values(Random dice, Schemas schemas, Pool pool, TimeProvider clock)
{
    private int _made;

    public JsonNode? Of(JsonElement schema, string member = "", int depth = 0)
    {
        schema = schemas.Resolve(schema);
        if (schema.ValueKind != JsonValueKind.Object || depth > 6)
        {
            return null;
        }

        foreach (var word in new[] { "oneOf", "anyOf", "allOf" })
        {
            if (schema.TryGetProperty(word, out var either))
            {
                JsonElement[] real =
                [
                    .. either
                        .EnumerateArray()
                        .Where(one =>
                            !(
                                one.TryGetProperty("type", out var type)
                                && type.ValueKind == JsonValueKind.String
                                && type.GetString() == "null"
                            )
                        ),
                ];
                return Of(real[dice.Next(real.Length)], member, depth + 1);
            }
        }

        if (schema.TryGetProperty("enum", out var options))
        {
            return Option(
                member,
                [
                    .. options
                        .EnumerateArray()
                        .Where(option => option.ValueKind == JsonValueKind.String)
                        .Select(option => option.GetString()!),
                ]
            );
        }

        return TypeOf(schema) switch
        {
            "object" => Object(schema, depth),
            "array" => new JsonArray([
                .. Enumerable.Range(0, 1 + dice.Next(2)).Select(_ => Of(schema.GetProperty("items"), member, depth + 1)),
            ]),
            "string" => Text(schema, member),
            "integer" => Whole(member),
            "number" => Number(member),
            "boolean" => dice.Next(2) == 0,
            _ => null,
        };
    }

    private JsonObject Object(JsonElement schema, int depth)
    {
        var required = schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet()
            : [];
        var made = new JsonObject();
        if (!schema.TryGetProperty("properties", out var members))
        {
            return made;
        }

        foreach (var member in members.EnumerateObject())
        {
            // Members that change the meaning of all others are omitted more often than not.
            var often = member.Name switch
            {
                "datum" or "earliest" or "latest" or "net" or "gross" or "tare" or "town" => 10,
                "submit" => 90,
                _ => 40,
            };
            if (required.Contains(member.Name) || dice.Next(100) < often)
            {
                made[member.Name] = Of(member.Value, member.Name, depth + 1);
            }
        }

        return made;
    }

    private static string TypeOf(JsonElement schema) =>
        schema.TryGetProperty("type", out var type) ? Schemas.Types(type).First(name => name != "null") : "";

    private string Option(string member, string[] options)
    {
        var usual = member switch
        {
            "kind" => "septic",
            "colour" => "yellow",
            "accepts" => "septic",
            _ => null,
        };
        return usual is not null && dice.Next(10) < 8 && options.Contains(usual) ? usual : options[dice.Next(options.Length)];
    }

    private string Text(JsonElement schema, string member)
    {
        if (schema.TryGetProperty("format", out var format))
        {
            if (format.GetString() == "date-time")
            {
                return Make.Instant(Moment(member));
            }

            if (format.GetString() == "date")
            {
                return clock.GetUtcNow().AddDays(dice.Next(-30, 400)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            }
        }

        return member switch
        {
            "id" or "account" or "code" => string.Create(CultureInfo.InvariantCulture, $"fuzz-{member}-{++_made}"),
            "password" or "current" => SmallTown.Password,
            "phone" => "0731-83200001",
            "opens" or "closes" => "08:00",
            "source" => "camera",
            "kind" => "enterprise",
            _ => pool.Any(member) ?? $"{member} {dice.Next(100)}",
        };
    }

    private DateTimeOffset Moment(string member)
    {
        var now = clock.GetUtcNow();
        return member switch
        {
            "from" or "departure" or "earliest" => now.AddMinutes(dice.Next(-60, 120)),
            "to" or "return" or "latest" => now.AddMinutes(dice.Next(130, 1000)),
            _ => now.AddMinutes(-dice.Next(0, 300)),
        };
    }

    private JsonNode Whole(string member) =>
        member switch
        {
            "trips" => dice.Next(1, 4),
            "gross" => 9000,
            "tare" => 4000,
            "net" => 5000,
            _ => dice.Next(1, 60),
        };

    private JsonNode Number(string member) =>
        member switch
        {
            "lat" => Make.Site.Lat + (dice.Next(5) * 0.01),
            "lon" => Make.Site.Lon + (dice.Next(5) * 0.01),
            "confidence" => dice.Next(5, 11) / 10.0,
            "radiusM" => 300,
            _ => dice.Next(1, 20),
        };
}
