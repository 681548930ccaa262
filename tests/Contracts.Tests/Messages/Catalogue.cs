using System.Text.RegularExpressions;

namespace Contracts.Tests.Messages;

/// <summary>The messages as the table in <c>src/Contracts/README.md</c> says them, beside the messages that exist.</summary>
public static partial class Catalogue
{
    /// <summary>A row: the message without <c>Contracts.</c>, who sends it, and the consumers it names, each with its service.</summary>
    public sealed record Row(string Message, string Sender, IReadOnlyList<(string Service, string Consumer)> Receivers);

    public static IReadOnlyList<Row> Rows { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Messages", "README.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 6 && MessageName().IsMatch(cells[1]))
            .Select(cells => new Row(
                cells[1].Trim('`'),
                cells[2],
                [.. Receiver().Matches(cells[3]).Select(match => (match.Groups[1].Value, match.Groups[2].Value))]
            )),
    ];

    /// <summary>What travels alone: a record that no other one holds.</summary>
    public static IEnumerable<Type> MessagesOf(IReadOnlyCollection<Type> records)
    {
        var parts = records.SelectMany(record => record.GetProperties()).SelectMany(property => TypesIn(property.PropertyType)).ToHashSet();
        return records.Where(record => !parts.Contains(record));
    }

    public static string NameOf(Type message) => message.FullName!["Contracts.".Length..];

    private static IEnumerable<Type> TypesIn(Type type) => [type, .. type.GetGenericArguments().SelectMany(TypesIn)];

    [GeneratedRegex(@"^`(Filing|Dispatch)\.\w+`$")]
    private static partial Regex MessageName();

    [GeneratedRegex(@"(\w+\.\w+) \(`(\w+)`")]
    private static partial Regex Receiver();
}
