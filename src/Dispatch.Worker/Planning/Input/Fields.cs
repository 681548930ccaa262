using System.Text.Json;

namespace DispatchWorker.Planning.Input;

/// <summary>One JSON object. A getter that finds a mistake notes it and returns a harmless value: one reading finds them all.</summary>
internal sealed class Fields(JsonElement element, string pointer, List<InputError> errors)
{
    /// <summary>Larger numbers have no exact thousandths.</summary>
    private const double Largest = 1e11;

    private static readonly (string Zh, string En) Missing = ("缺少此字段，请补上", "is missing: add it");

    public void Wrong(string field, string code, string zh, string en) => Wrong(field, code, (zh, en));

    private void Wrong(string field, string code, (string, string) words) =>
        Note(field.Length == 0 ? pointer : $"{pointer}/{field}", code, words);

    private void Note(string at, string code, (string Zh, string En) words) => errors.Add(new InputError(at, code, words.Zh, words.En));

    private static (string, string) MustBe(string zh, string en) => ($"应为{zh}", $"must be {en}");

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

        // Benchmark files often write ids as numbers.
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

    /// <summary>Half a surrogate pair parses as JSON but is not text.</summary>
    private string Decoded(JsonElement text, string at)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            Note(at, "DSP-002", ("含有无效字符，应为文字", "contains a broken character: must be text"));
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
            Wrong(name, "DSP-003", ($"{number:R} 超出可计划的范围", $"{number:R} is beyond what can be planned"));
            return otherwise ?? 0;
        }

        if (number < least)
        {
            Wrong(name, "DSP-003", ($"不得小于 {least:R}，现为 {number:R}", $"must not be below {least:R}, is {number:R}"));
            return Math.Max(least, otherwise ?? 0);
        }

        return number;
    }

    /// <summary>An end; infinite when it is missing or beyond all numbers.</summary>
    public double End(string name) =>
        Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var far) && far > Largest
            ? double.PositiveInfinity
            : Number(name, double.PositiveInfinity);

    /// <summary>A span of time whose end must not lie before its beginning.</summary>
    public (double From, double To) Window(string from, string to)
    {
        var open = Number(from, 0);
        var close = End(to);
        if (close < open)
        {
            Wrong(to, "DSP-003", $"结束（{close:R}）早于开始（{open:R}）", $"ends ({close:R}) before it begins ({open:R})");
        }

        return (open, close);
    }

    /// <summary>One of the known words; the first of them when the text is none.</summary>
    public T OneOf<T>(string name, string? otherwise, params (string Name, T Value)[] known)
    {
        var text = Text(name, otherwise);
        var at = Array.FindIndex(known, it => it.Name == text);
        if (at < 0 && text.Length > 0)
        {
            var names = string.Join(", ", known.Select(it => it.Name));
            Wrong(name, "DSP-003", $"没有“{text}”这一项，可用：{names}", $"\"{text}\" is not known; one of {names}");
        }

        return known[Math.Max(0, at)].Value;
    }

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

    /// <summary>A table of <paramref name="size"/> rows and columns, [row][column].</summary>
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
                    ($"须有 {size} 个数字，每个地点一个；现有 {columns} 个", $"must have {size} numbers, one per place; has {columns}")
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
