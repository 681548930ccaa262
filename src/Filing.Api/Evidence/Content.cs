using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace FilingApi.Evidence;

/// <summary>
/// A row's content as hashed bytes: its columns by name, in stored form, each with its length, nulls omitted. A column added later
/// leaves the bytes of old rows unchanged.
/// </summary>
public static class Content
{
    public static byte[] Of(Book book, EntityEntry row) =>
        Of(
            row.Properties.Where(property => book.IsContent(property.Metadata.Name))
                .Select(property =>
                    (
                        property.Metadata.Name,
                        Stored(
                            property.Metadata.GetTypeMapping().Converter is { } converter && property.CurrentValue is { } value
                                ? converter.ConvertToProvider(value)
                                : property.CurrentValue
                        )
                    )
                )
        );

    public static byte[] Of(IEnumerable<(string Column, string? Value)> columns)
    {
        var sorted = columns.OrderBy(column => column.Column, StringComparer.Ordinal).ToList();
        return Of(sorted.ConvertAll(column => column.Column), sorted.ConvertAll(column => (object?)column.Value));
    }

    /// <param name="columns">In ordinal order.</param>
    /// <param name="values">In stored form.</param>
    public static byte[] Of(IReadOnlyList<string> columns, IReadOnlyList<object?> values)
    {
        var text = new StringBuilder(256);
        for (var i = 0; i < columns.Count; i++)
        {
            if (Stored(values[i]) is { } value)
            {
                text.Append(columns[i]).Append(':').Append(Encoding.UTF8.GetByteCount(value)).Append(':').Append(value).Append('\n');
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The same text for a value from memory and from the store.</summary>
    public static string? Stored(object? value) =>
        value switch
        {
            null or DBNull => null,
            bool flag => flag ? "1" : "0",
            byte[] bytes => Convert.ToHexStringLower(bytes),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
}
