using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FilingApi.Domain;

namespace FilingApi.Web;

/// <summary>
/// Checks a JSON value against a type and names every unknown, missing and wrong member by its pointer, not only the first.
/// </summary>
public static class JsonShape
{
    public static List<Refusal> Faults(JsonElement element, Type type)
    {
        var faults = new List<Refusal>();
        Look(element, type, "", faults);
        return faults;
    }

    private static void Look(JsonElement element, Type type, string pointer, List<Refusal> faults)
    {
        if (element.ValueKind == JsonValueKind.Object && type.GetCustomAttribute<TextOrAttribute>() is { } either)
        {
            type = either.Type;
        }

        var info = WebJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        switch (info.Kind, element.ValueKind)
        {
            case (JsonTypeInfoKind.Object, JsonValueKind.Object):
                LookAtMembers(element, info, pointer, faults);
                break;
            case (JsonTypeInfoKind.Enumerable, JsonValueKind.Array):
                var i = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Look(item, info.ElementType!, $"{pointer}/{i++}", faults);
                }

                break;
            default:
                if (!Fits(element, info))
                {
                    faults.Add(Wrong(pointer, info));
                }

                break;
        }
    }

    private static void LookAtMembers(JsonElement element, JsonTypeInfo info, string pointer, List<Refusal> faults)
    {
        var members = info.Properties.ToDictionary(member => member.Name, StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            var at = $"{pointer}/{Escape(Name(member))}";
            if (!members.TryGetValue(Name(member), out var known))
            {
                faults.Add(Refusals.UnknownMember.At(at, Name(member)));
            }
            else if (member.Value.ValueKind != JsonValueKind.Null)
            {
                Look(member.Value, known.PropertyType, at, faults);
            }
            else if (!known.IsSetNullable || (known.PropertyType.IsValueType && Nullable.GetUnderlyingType(known.PropertyType) is null))
            {
                faults.Add(Wrong(at, WebJson.Options.GetTypeInfo(known.PropertyType)));
            }
        }

        foreach (var (name, member) in members)
        {
            if (member.IsRequired && !element.TryGetProperty(name, out _))
            {
                faults.Add(Refusals.MissingMember.At($"{pointer}/{name}", name));
            }
        }
    }

    private static bool Fits(JsonElement element, JsonTypeInfo info)
    {
        if (
            element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
            || info.Kind is JsonTypeInfoKind.Object or JsonTypeInfoKind.Enumerable
        )
        {
            return false;
        }

        try
        {
            return element.Deserialize(info) is not null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            // InvalidOperation: text with a lone surrogate.
            return false;
        }
    }

    private static Refusal Wrong(string pointer, JsonTypeInfo info)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        var (zh, en) = type switch
        {
            _ when type == typeof(string) => ("文字", "text"),
            _ when type == typeof(bool) => ("true 或 false", "true or false"),
            _ when type == typeof(DateTimeOffset) => (
                "带时区的时间，如 2026-11-24T09:00:00+08:00",
                "an instant with offset such as 2026-11-24T09:00:00+08:00"
            ),
            _ when type == typeof(DateOnly) => ("日期，如 2026-11-24", "a day such as 2026-11-24"),
            _ when type == typeof(int) || type == typeof(long) => ("整数", "a whole number"),
            _ when type == typeof(decimal) || type == typeof(double) => ("数字", "a number"),
            { IsEnum: true } => Options(type),
            _ when info.Kind == JsonTypeInfoKind.Enumerable => ("数组", "an array"),
            _ => ("对象", "an object"),
        };
        return Refusals.WrongType.At(pointer, zh, en);
    }

    private static (string Zh, string En) Options(Type type)
    {
        var names = string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName));
        return ($"以下之一：{names}", $"one of {names}");
    }

    /// <summary>A member's name may contain a lone surrogate.</summary>
    private static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
