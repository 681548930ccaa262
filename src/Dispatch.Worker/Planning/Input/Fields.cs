using System.Text.Json;

namespace DispatchWorker.Planning.Input;

/// <summary>Something wrong in a problem file: where (JSON pointer), which rule, and what to do about it in Chinese and English.</summary>
public sealed record InputError(string Pointer, string Code, string Sentence, string SentenceEn);

/// <summary>One JSON object being read. Every getter notes what is wrong and goes on with a harmless value, so that one reading finds everything.</summary>
internal sealed class Fields(JsonElement element, string pointer, List<InputError> errors)
{
    public string Pointer => pointer;

    public void Wrong(string field, string code, string zh, string en) => Wrong(field, code, new Words(zh, en));

    private void Wrong(string field, string code, Words words) => Note(field.Length == 0 ? pointer : $"{pointer}/{field}", code, words);

    private void Note(string at, string code, Words words) => errors.Add(new InputError(at, code, words.Zh, words.En));

    private static Words Missing { get; } = new("缺少此字段，请补上", "is missing: add it");

    private static Words MustBe(string zh, string en) => new($"应为{zh}", $"must be {en}");

    private JsonElement? Get(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public bool Has(string name) => Get(name) is not null;

    public string Text(string name, string? otherwise = null)
    {
        if (Get(name) is not { } value)
        {
            if (otherwise is null)
            {
                Wrong(name, "DSP-001", Missing);
            }

            return otherwise ?? "";
        }

        // Ids written as numbers are common in benchmark files.
        if (value.ValueKind == JsonValueKind.Number)
        {
            return value.GetRawText();
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return Decoded(value, $"{pointer}/{name}");
        }

        Wrong(name, "DSP-002", MustBe("文字", "text"));
        return otherwise ?? "";
    }

    /// <summary>Half a surrogate pair parses as JSON and is no text.</summary>
    private string Decoded(JsonElement text, string at)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            Note(at, "DSP-002", new Words("含有无效字符，应为文字", "contains a broken character: must be text"));
            return "";
        }
    }

    public string? MaybeText(string name) => Has(name) ? Text(name) : null;

    public double Number(string name, double? otherwise = null, double least = double.NegativeInfinity)
    {
        if (Get(name) is not { } value)
        {
            if (otherwise is null)
            {
                Wrong(name, "DSP-001", Missing);
            }

            return otherwise ?? 0;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var number) || !double.IsFinite(number))
        {
            Wrong(name, "DSP-002", MustBe("数字", "a number"));
            return otherwise ?? 0;
        }

        if (Math.Abs(number) > Largest && number != otherwise)
        {
            Wrong(name, "DSP-003", new Words($"{number:R} 超出可计划的范围", $"{number:R} is beyond what can be planned"));
            return otherwise ?? 0;
        }

        if (number < least)
        {
            Wrong(name, "DSP-003", new Words($"不得小于 {least:R}，现为 {number:R}", $"must not be below {least:R}, is {number:R}"));
            return Math.Max(least, otherwise ?? 0);
        }

        return number;
    }

    /// <summary>Larger numbers of any unit have lost their thousandths.</summary>
    private const double Largest = 1e11;

    /// <summary>An end that is missing, or so far off that it only stands for "never".</summary>
    public double End(string name) =>
        Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var far) && far > Largest
            ? double.PositiveInfinity
            : Number(name, double.PositiveInfinity);

    public double? MaybeNumber(string name, double least = double.NegativeInfinity) => Has(name) ? Number(name, 0, least) : null;

    public bool Flag(string name, bool otherwise)
    {
        if (Get(name) is not { } value)
        {
            return otherwise;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Wrong(name, "DSP-002", MustBe(" true 或 false", "true or false"));
        return otherwise;
    }

    public IReadOnlyList<string> Texts(string name)
    {
        List<string> texts = [];
        foreach (var (item, at) in Items(name, required: false))
        {
            if (item.ValueKind is JsonValueKind.String)
            {
                texts.Add(Decoded(item, at));
            }
            else if (item.ValueKind is JsonValueKind.Number)
            {
                texts.Add(item.GetRawText());
            }
            else
            {
                Note(at, "DSP-002", MustBe("文字", "text"));
            }
        }

        return texts;
    }

    /// <summary>The objects of an array.</summary>
    public IEnumerable<Fields> Each(string name, bool required = false)
    {
        foreach (var (item, at) in Items(name, required))
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                yield return new Fields(item, at, errors);
            }
            else
            {
                Note(at, "DSP-002", MustBe("对象", "an object"));
            }
        }
    }

    public Fields? Object(string name)
    {
        if (Get(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new Fields(value, $"{pointer}/{name}", errors);
        }

        Wrong(name, "DSP-002", MustBe("对象", "an object"));
        return null;
    }

    /// <summary>A table of <paramref name="size"/> rows and columns; a row that is not there costs no memory.</summary>
    public double[][] Square(string name, int size)
    {
        var table = new double[size][];
        var row = 0;
        foreach (var (line, at) in Items(name, required: true))
        {
            var columns = line.ValueKind == JsonValueKind.Array ? line.GetArrayLength() : 0;
            var column = 0;
            if (columns != size)
            {
                Note(
                    at,
                    "DSP-004",
                    new Words(
                        $"须有 {size} 个数字，每个地点一个；现有 {columns} 个",
                        $"must have {size} numbers, one per place; has {columns}"
                    )
                );
            }
            else if (row < size)
            {
                table[row] = new double[size];
                foreach (var cell in line.EnumerateArray())
                {
                    table[row][column] = Cell(cell, $"{at}/{column++}");
                }
            }

            row++;
        }

        if (row != size)
        {
            Wrong(name, "DSP-004", $"须有 {size} 行，每个地点一行；现有 {row} 行", $"must have {size} rows, one per place; has {row}");
        }

        return table;
    }

    private double Cell(JsonElement cell, string at)
    {
        if (cell.ValueKind == JsonValueKind.Number && cell.TryGetDouble(out var value) && value is >= 0 and <= Largest)
        {
            return value;
        }

        Note(at, "DSP-003", MustBe("不小于零的数字", "a number, zero or more"));
        return 0;
    }

    private IEnumerable<(JsonElement Item, string Pointer)> Items(string name, bool required)
    {
        if (Get(name) is not { } value)
        {
            if (required)
            {
                Wrong(name, "DSP-001", Missing);
            }

            yield break;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Wrong(name, "DSP-002", MustBe("列表", "a list"));
            yield break;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            yield return (item, $"{pointer}/{name}/{index++}");
        }
    }
}
