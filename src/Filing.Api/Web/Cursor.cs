using System.Buffers.Text;
using System.Globalization;
using System.Text;
using FilingApi.Domain;

namespace FilingApi.Web;

/// <summary>One page of a list and the cursor of the next; null: the last page.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>The end of a page: a moment and the unique key that breaks ties, opaque to the caller.</summary>
public sealed record Cursor(DateTimeOffset At, string Key)
{
    public const int PageSize = 100;

    public override string ToString() =>
        Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}|{Key}"))
        );

    public static bool TryParse(string? text, out Cursor? cursor)
    {
        cursor = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (text.Length > 400 || !Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|', 2);
        if (
            parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
            || at is < -62135596800000 or > 253402300799999
        )
        {
            return false;
        }

        cursor = new Cursor(DateTimeOffset.FromUnixTimeMilliseconds(at), parts[1]);
        return true;
    }

    /// <summary>Makes a page from its rows and one more.</summary>
    public static Page<TView> Page<TRow, TView>(List<TRow> rows, Func<TRow, Cursor> at, Func<TRow, TView> view, int size = PageSize)
    {
        var more = rows.Count > size;
        var shown = more ? rows[..size] : rows;
        return new Page<TView>([.. shown.Select(view)], more ? at(shown[^1]).ToString() : null);
    }
}

/// <summary>A day in a query string, of the years that instants may have.</summary>
public static class Days
{
    public static bool TryParse(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        && day.Year is >= 2000 and <= 2100;
}

/// <summary>Reads the query parameters that the endpoint declares (<see cref="Parameter"/>) and collects their faults.</summary>
public sealed class Query(HttpRequest request)
{
    private readonly List<Refusal> _faults = [];

    public IReadOnlyList<Refusal> Faults => _faults;

    public string? Text(string name)
    {
        if (!request.QueryString.HasValue)
        {
            return null;
        }

        if (request.HttpContext.GetEndpoint()?.Metadata.GetOrderedMetadata<Parameter>().Any(declared => declared.Name == name) is not true)
        {
            throw new InvalidOperationException(
                $"{request.HttpContext.GetEndpoint()?.DisplayName} reads the parameter '{name}' without having declared it."
            );
        }

        return request.Query[name].ToString() is { Length: > 0 } text ? text : null;
    }

    public DateTimeOffset? Instant(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        // An unescaped plus sign arrives as a space.
        if (InstantJson.TryParse(text.Replace(' ', '+'), out var instant))
        {
            return instant;
        }

        Wrong(name, "带时区的时间，如 2026-11-24T09:00:00+08:00", "an instant with offset such as 2026-11-24T09:00:00+08:00");
        return null;
    }

    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Days.TryParse(text, out var day))
        {
            return day;
        }

        Wrong(name, "日期，如 2026-11-24", "a day such as 2026-11-24");
        return null;
    }

    public double? Number(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (
            double.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            ) && double.IsFinite(number)
        )
        {
            return number;
        }

        Wrong(name, "数字", "a number");
        return null;
    }

    public string? Code(string name)
    {
        if (Text(name) is { } text && !Shape.IsCode(text))
        {
            Wrong(name, "代码", "a code");
            return null;
        }

        return Text(name);
    }

    public bool? Flag(string name)
    {
        switch (Text(name))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                Wrong(name, "true 或 false", "true or false");
                return null;
        }
    }

    public T? Option<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Contracts.Register.WireName<T>.TryParse(text, out var value))
        {
            return value;
        }

        var names = string.Join(", ", Contracts.Register.WireName<T>.All);
        Wrong(name, names, names);
        return null;
    }

    public Cursor? Cursor()
    {
        if (FilingApi.Web.Cursor.TryParse(Text("cursor"), out var cursor))
        {
            return cursor;
        }

        Wrong("cursor", "上一页给出的 next", "the next of the page before");
        return null;
    }

    public void Wrong(string name, string zh, string en) => _faults.Add(Refusals.BadParameter.At($"/{name}", name, zh, en));
}
