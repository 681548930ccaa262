using System.Text.Json;
using DispatchWorker.Planning.Input;

namespace DispatchWorker.Planning.Model;

/// <summary>Reads a problem file and gives either the problem or everything that is wrong with it.</summary>
public static class ProblemReader
{
    /// <summary>Ten times what any county has in a day.</summary>
    public const int MostJobs = 20_000;

    public static (Problem? Problem, IReadOnlyList<InputError> Errors) Read(ReadOnlyMemory<byte> json)
    {
        List<InputError> errors = [];
        try
        {
            // Files may begin with a byte order mark; the parser does not know it.
            if (json.Span.StartsWith("\uFEFF"u8))
            {
                json = json[3..];
            }

            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, [new InputError("", "DSP-002", "应为对象", "must be an object")]);
            }

            var problem = Problem.Read(new Fields(document.RootElement, "", errors), errors);
            return errors.Count == 0 ? (problem, errors) : (null, errors);
        }
        catch (JsonException broken)
        {
            var line = broken.LineNumber + 1;
            var at = broken.BytePositionInLine + 1;
            return (
                null,
                [new InputError("", "DSP-005", $"不是有效的 JSON：第 {line} 行第 {at} 字节", $"is not JSON: line {line}, byte {at}")]
            );
        }
    }
}
