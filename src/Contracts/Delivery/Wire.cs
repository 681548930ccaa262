using System.Text.Encodings.Web;
using System.Text.Json;

namespace Contracts.Delivery;

/// <summary>How messages are written, in the outbox and on the bus.</summary>
public static class Wire
{
    public static JsonSerializerOptions Json { get; } = Make();

    /// <summary>Every message type by its full name, which is wire format: moving a type is a breaking change.</summary>
    public static IReadOnlyDictionary<string, Type> MessageTypes { get; } =
        typeof(Wire)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsPublic: true, Namespace: "Contracts.Filing" or "Contracts.Dispatch" })
            .ToDictionary(type => type.FullName!, StringComparer.Ordinal);

    /// <summary>A message that names its town is routed by it.</summary>
    public static bool IsOfTown(Type message) => message.GetProperty("Town") is not null;

    // Nulls are written: a required member that is left out cannot be read back.
    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
