using Contracts.Register;
using FilingApi.Register;

namespace FilingApi.Web;

/// <summary>One word of what somebody searches for. <c>Plate</c>: as it would stand in a plate; null where it is no part of one.</summary>
public sealed record SearchWord(string Text, string? Plate)
{
    public string Number => Text.ToUpperInvariant();
}

/// <summary>What stands in the search box of a list: words that must all be found.</summary>
public static class SearchWords
{
    public const int Longest = 60;
    private const int Most = 5;

    public static IReadOnlyList<SearchWord> Of(string? text) =>
        [
            .. (text ?? "")
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Take(Most)
                .Select(word => word.Length > Longest ? word[..Longest] : word)
                .Select(word => new SearchWord(word, Plate.Normalise(word) is { Length: > 0 } part ? part : null)),
        ];

    /// <summary>The codes of the organisations that bear the word in their name, or are called by it.</summary>
    public static IReadOnlyList<string> FirmsNamed(this RosterIndex.Snapshot roster, SearchWord word) =>
        [
            .. roster
                .Organisations.Values.Where(firm =>
                    firm.Name.Contains(word.Text, StringComparison.OrdinalIgnoreCase) || firm.Code == word.Text
                )
                .Select(firm => firm.Code),
        ];
}
