using System.Text.Json;
using FilingApi.Domain;
using FilingApi.Web;

namespace FilingApi.Features.Sightings;

/// <summary>One line of a batch: read, or why it could not be. The id is known even of a broken one where it can be.</summary>
public readonly record struct BatchItem(string? Id, SightingItem? Item, Refusal? Refusal);

/// <summary>
/// Reads a batch: a JSON array or one object a line. An item that is wrong is refused for itself; only what is no batch at all
/// refuses the whole.
/// </summary>
public static class SightingReader
{
    public const int MostItems = 1000;
    public const int LargestBody = 4 * 1024 * 1024;
    public const string NdJson = "application/x-ndjson";

    public static async Task<(IReadOnlyList<BatchItem> Items, byte[] Raw, Refusal? Refusal)> Read(
        HttpRequest request,
        CancellationToken cancel
    )
    {
        if (await BodyGate.ReadAll(request, LargestBody, cancel) is not { } raw)
        {
            return ([], [], Refusals.BodyTooLarge.With(LargestBody));
        }

        var isLines = request.ContentType?.StartsWith(NdJson, StringComparison.OrdinalIgnoreCase) == true;
        if (!isLines && !request.HasJsonContentType())
        {
            return ([], raw, Refusals.WrongMediaType.With($"application/json, {NdJson}"));
        }

        var (items, refusal) = isLines ? Lines(raw) : Array(BodyGate.WithoutMark(raw));
        return refusal is null && items.Count > MostItems ? ([], raw, Refusals.ItemCount.At("", 0, MostItems)) : (items, raw, refusal);
    }

    private static (IReadOnlyList<BatchItem>, Refusal?) Array(byte[] raw)
    {
        try
        {
            using var document = JsonDocument.Parse(raw);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? ([.. document.RootElement.EnumerateArray().Select(Item)], null)
                : ([], Refusals.WrongType.At("", "数组", "an array"));
        }
        catch (JsonException broken)
        {
            return (
                [],
                Refusals.BrokenJson.With(broken.LineNumber is { } line ? $"line {line + 1}, byte {broken.BytePositionInLine}" : "JSON")
            );
        }
    }

    private static (IReadOnlyList<BatchItem>, Refusal?) Lines(byte[] raw)
    {
        var items = new List<BatchItem>();
        foreach (var range in raw.AsSpan().Split((byte)'\n'))
        {
            // Bytes that are no UTF-8 are found by the reader, as in an array. Files that were joined have a mark inside.
            var line = BodyGate.WithoutMark(raw[range]);
            if (line.AsSpan().Trim(" \t\r"u8).IsEmpty)
            {
                continue;
            }

            try
            {
                using var document = JsonDocument.Parse(line);
                items.Add(Item(document.RootElement));
            }
            catch (JsonException)
            {
                items.Add(new BatchItem(null, null, Refusals.SightingShape.With("JSON")));
            }
        }

        return (items, null);
    }

    private static BatchItem Item(JsonElement element)
    {
        var id = IdOf(element);
        if (id is null)
        {
            return new BatchItem(null, null, Refusals.SightingShape.With($"id, 1–{SightingItem.LongestId}"));
        }

        try
        {
            return new BatchItem(id, element.Deserialize<SightingItem>(WebJson.Options), null);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return new BatchItem(id, null, Refusals.SightingShape.With((wrong as JsonException)?.Path ?? "text"));
        }
    }

    private static string? IdOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            return
                element.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String
                && id.GetString() is { Length: >= 1 and <= SightingItem.LongestId } text
                && Shape.CanBeKept(text)
                ? text
                : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, in the id or in a member's name.
            return null;
        }
    }
}
