using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace FilingApi.Evidence;

/// <summary>
/// A row's content as the bytes that are hashed: its columns by name, as they are stored, each with its length, those that are null left out.
/// A column added in years to come leaves the old rows' bytes as they are.
/// </summary>
public static class Content
{
    public static byte[] Of(Book book, EntityEntry row) =>
        Of(row.Properties.Where(property => book.IsContent(property.Metadata.Name)).Select(property =>
            (property.Metadata.Name, Stored(property.Metadata.GetTypeMapping().Converter is { } converter && property.CurrentValue is { } value ? converter.ConvertToProvider(value) : property.CurrentValue))));

    public static byte[] Of(IEnumerable<(string Column, string? Value)> columns)
    {
        var text = new StringBuilder();
        foreach (var (column, value) in columns.Where(column => column.Value is not null).OrderBy(column => column.Column, StringComparer.Ordinal))
        {
            text.Append(column).Append(':').Append(Encoding.UTF8.GetByteCount(value!)).Append(':').Append(value).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>One text for a value, whether it comes from memory or from the store.</summary>
    public static string? Stored(object? value) => value switch
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
