using System.Globalization;
using System.Text.Json;

namespace FilingApi.Tests.Contract;

/// <summary>The part of JSON Schema that the description uses; an unknown keyword is a fault, so that nothing is ignored.</summary>
internal sealed class Schemas(JsonElement root)
{
    private static readonly HashSet<string> Known =
    [
        "$ref",
        "type",
        "enum",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "oneOf",
        "anyOf",
        "allOf",
        "format",
        "description",
        "default",
        "minLength",
        "title",
        "pattern",
        "nullable",
    ];

    public JsonElement Resolve(JsonElement schema)
    {
        while (schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("$ref", out var reference))
        {
            var found = root;
            foreach (var part in reference.GetString()!.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                found = found.GetProperty(part);
            }

            schema = found;
        }

        return schema;
    }

    public IReadOnlyList<string> Faults(JsonElement value, JsonElement schema, string at = "")
    {
        schema = Resolve(schema);
        if (schema.ValueKind == JsonValueKind.True)
        {
            return [];
        }

        List<string> faults =
        [
            .. schema
                .EnumerateObject()
                .Where(word => !Known.Contains(word.Name))
                .Select(word => $"{at}: the checker does not know '{word.Name}'"),
        ];
        foreach (var word in new[] { "oneOf", "anyOf" })
        {
            if (schema.TryGetProperty(word, out var either) && !either.EnumerateArray().Any(one => Faults(value, one, at).Count == 0))
            {
                faults.Add($"{at}: fits none of {either}");
            }
        }

        if (schema.TryGetProperty("allOf", out var all))
        {
            faults.AddRange(all.EnumerateArray().SelectMany(one => Faults(value, one, at)));
        }

        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(name => IsOf(value, name)))
        {
            faults.Add($"{at}: {value.ValueKind} is not {type}");
        }

        if (
            schema.TryGetProperty("enum", out var options)
            && !options.EnumerateArray().Any(option => option.ToString() == value.ToString() && option.ValueKind == value.ValueKind)
        )
        {
            faults.Add($"{at}: {value} is none of {options}");
        }

        if (
            value.ValueKind == JsonValueKind.String
            && schema.TryGetProperty("format", out var format)
            && format.GetString() == "date-time"
            && !IsInstant(value.GetString()!)
        )
        {
            faults.Add($"{at}: {value} has no offset");
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            faults.AddRange(value.EnumerateArray().SelectMany((item, i) => Faults(item, items, $"{at}/{i}")));
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            faults.AddRange(OfMembers(value, schema, at));
        }

        return faults;
    }

    public static IReadOnlyList<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(name => name.GetString()!)] : [type.GetString()!];

    private IEnumerable<string> OfMembers(JsonElement value, JsonElement schema, string at)
    {
        var properties = schema.TryGetProperty("properties", out var known)
            ? known.EnumerateObject().ToDictionary(member => member.Name, member => member.Value)
            : [];
        var rest = schema.TryGetProperty("additionalProperties", out var additional) ? additional : default;
        foreach (var member in value.EnumerateObject())
        {
            if (properties.TryGetValue(member.Name, out var own))
            {
                foreach (var fault in Faults(member.Value, own, $"{at}/{member.Name}"))
                {
                    yield return fault;
                }
            }
            else if (rest.ValueKind == JsonValueKind.Object)
            {
                foreach (var fault in Faults(member.Value, rest, $"{at}/{member.Name}"))
                {
                    yield return fault;
                }
            }
            else if (properties.Count > 0 || rest.ValueKind == JsonValueKind.False)
            {
                yield return $"{at}/{member.Name} is not declared";
            }
        }

        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)))
            {
                yield return $"{at}/{name} is missing";
            }
        }
    }

    private static bool IsOf(JsonElement value, string type) =>
        (type, value.ValueKind) switch
        {

            ("null", JsonValueKind.Null)
            or
            ("string", JsonValueKind.String)
            or
            ("object", JsonValueKind.Object)
            or
            ("array", JsonValueKind.Array)
            or ("number", JsonValueKind.Number) => true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
            _ => false,
        };

    private static bool IsInstant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)
        && (text.EndsWith('Z') || text.Length > 6 && text[^6] is '+' or '-');
}
