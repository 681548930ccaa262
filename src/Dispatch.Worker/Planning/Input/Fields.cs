using System.Text.Json;

namespace DispatchWorker.Planning.Input;

/// <summary>Something wrong in a problem file: where (JSON pointer), which rule, and a sentence.</summary>
public sealed record InputError(string Pointer, string Code, string Sentence);

/// <summary>One JSON object being read. Every getter notes what is wrong and goes on with a harmless value, so that one reading finds everything.</summary>
internal sealed class Fields(JsonElement element, string pointer, List<InputError> errors)
{
    public string Pointer => pointer;

    public void Wrong(string field, string code, string sentence) => errors.Add(new InputError(field.Length == 0 ? pointer : $"{pointer}/{field}", code, sentence));

    private JsonElement? Get(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public bool Has(string name) => Get(name) is not null;

    public string Text(string name, string? otherwise = null)
    {
        if (Get(name) is not { } value)
        {
            if (otherwise is null) { Wrong(name, "DSP-001", "is missing"); }
            return otherwise ?? "";
        }
        // Ids written as numbers are common in benchmark files.
        if (value.ValueKind == JsonValueKind.Number) { return value.GetRawText(); }
        if (value.ValueKind == JsonValueKind.String) { return value.GetString()!; }

        Wrong(name, "DSP-002", "must be text");
        return otherwise ?? "";
    }

    public string? MaybeText(string name) => Has(name) ? Text(name) : null;

    public double Number(string name, double? otherwise = null, double least = double.NegativeInfinity)
    {
        if (Get(name) is not { } value)
        {
            if (otherwise is null) { Wrong(name, "DSP-001", "is missing"); }
            return otherwise ?? 0;
        }
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out double number) || !double.IsFinite(number))
        {
            Wrong(name, "DSP-002", "must be a number");
            return otherwise ?? 0;
        }
        if (Math.Abs(number) > Largest && number != otherwise)
        {
            Wrong(name, "DSP-003", $"{number:R} is beyond what can be planned");
            return otherwise ?? 0;
        }
        if (number < least)
        {
            Wrong(name, "DSP-003", $"must not be below {least:R}, is {number:R}");
            return Math.Max(least, otherwise ?? 0);
        }
        return number;
    }

    /// <summary>Larger numbers of any unit have lost their thousandths.</summary>
    private const double Largest = 1e11;

    public double? MaybeNumber(string name, double least = double.NegativeInfinity) => Has(name) ? Number(name, 0, least) : null;

    public bool Flag(string name, bool otherwise)
    {
        if (Get(name) is not { } value) { return otherwise; }
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) { return value.GetBoolean(); }

        Wrong(name, "DSP-002", "must be true or false");
        return otherwise;
    }

    public IReadOnlyList<string> Texts(string name)
    {
        List<string> texts = [];
        foreach ((JsonElement item, string at) in Items(name, required: false))
        {
            if (item.ValueKind is JsonValueKind.String) { texts.Add(item.GetString()!); }
            else if (item.ValueKind is JsonValueKind.Number) { texts.Add(item.GetRawText()); }
            else { errors.Add(new InputError(at, "DSP-002", "must be text")); }
        }
        return texts;
    }

    /// <summary>The objects of an array.</summary>
    public IEnumerable<Fields> Each(string name, bool required = false)
    {
        foreach ((JsonElement item, string at) in Items(name, required))
        {
            if (item.ValueKind == JsonValueKind.Object) { yield return new Fields(item, at, errors); }
            else { errors.Add(new InputError(at, "DSP-002", "must be an object")); }
        }
    }

    public Fields? Object(string name)
    {
        if (Get(name) is not { } value) { return null; }
        if (value.ValueKind == JsonValueKind.Object) { return new Fields(value, $"{pointer}/{name}", errors); }

        Wrong(name, "DSP-002", "must be an object");
        return null;
    }

    public double[][] Square(string name, int size)
    {
        double[][] table = [.. Enumerable.Range(0, size).Select(_ => new double[size])];
        int row = 0;
        foreach ((JsonElement line, string at) in Items(name, required: true))
        {
            int column = 0;
            if (line.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement cell in line.EnumerateArray())
                {
                    if (row < size && column < size) { table[row][column] = Cell(cell, $"{at}/{column}"); }
                    column++;
                }
            }
            if (column != size) { errors.Add(new InputError(at, "DSP-004", $"must have {size} numbers, one per place; has {column}")); }
            row++;
        }
        if (row != size) { Wrong(name, "DSP-004", $"must have {size} rows, one per place; has {row}"); }
        return table;
    }

    private double Cell(JsonElement cell, string at)
    {
        if (cell.ValueKind == JsonValueKind.Number && cell.TryGetDouble(out double value) && value is >= 0 and <= Largest) { return value; }

        errors.Add(new InputError(at, "DSP-003", "must be a number, zero or more"));
        return 0;
    }

    private IEnumerable<(JsonElement Item, string Pointer)> Items(string name, bool required)
    {
        if (Get(name) is not { } value)
        {
            if (required) { Wrong(name, "DSP-001", "is missing"); }
            yield break;
        }
        if (value.ValueKind != JsonValueKind.Array)
        {
            Wrong(name, "DSP-002", "must be a list");
            yield break;
        }
        int index = 0;
        foreach (JsonElement item in value.EnumerateArray()) { yield return (item, $"{pointer}/{name}/{index++}"); }
    }
}
