using System.Text.Encodings.Web;
using System.Text.Json;

namespace Contracts.Delivery;

/// <summary>How messages are serialised, in the outbox and on the bus.</summary>
public static class Wire
{
    public static JsonSerializerOptions Json { get; } = Make();

    /// <summary>Every message type by its full name. The name is wire format: moving a type is a breaking change.</summary>
    public static IReadOnlyDictionary<string, Type> MessageTypes { get; } =
        typeof(Wire)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsPublic: true, Namespace: "Contracts.Filing" or "Contracts.Dispatch" })
            .ToDictionary(type => type.FullName!, StringComparer.Ordinal);

    /// <summary>The town code of a message that has one; it is routed by that.</summary>
    public static bool IsOfTown(Type message) => message.GetProperty("Town") is not null;

    // Nulls are written: a missing required member cannot be read back.
    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
