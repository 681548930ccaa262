using System.Reflection;
using System.Text.RegularExpressions;
using FilingApi.Domain;

namespace FilingApi.Tests.Domain;

/// <summary>Every "no" has a code, a sentence and a test.</summary>
public sealed partial class RefusalCatalogueTests
{
    [Fact]
    public void Codes_are_unique_and_of_one_pattern()
    {
        Assert.NotEmpty(RefusalCatalogue.All);
        Assert.Equal(RefusalCatalogue.All.Count, RefusalCatalogue.All.Select(kind => kind.Code).Distinct().Count());
        Assert.All(RefusalCatalogue.All, kind => Assert.Matches("^(FIL|DSP|ENF|SEC)-[0-9]{3}$", kind.Code));
    }

    [Fact]
    public void A_refusal_is_found_by_its_code() =>
        Assert.All(RefusalCatalogue.All, kind => Assert.Same(kind, RefusalCatalogue.Find(kind.Code)));

    [Fact]
    public void Every_refusal_is_answered_with_a_status_that_says_no() =>
        Assert.All(
            RefusalCatalogue.All,
            kind => Assert.Contains(kind.Status, new[] { 400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429, 500, 503 })
        );

    [Fact]
    public void Both_languages_have_a_sentence()
    {
        Assert.All(RefusalCatalogue.All, kind => Assert.EndsWith("。", kind.Zh, StringComparison.Ordinal));
        Assert.All(RefusalCatalogue.All, kind => Assert.Matches("[.?]$", kind.En));
        Assert.All(RefusalCatalogue.All, kind => Assert.DoesNotMatch("[\u4e00-\u9fff]", kind.En));
    }

    [Fact]
    public void Places_in_the_sentences_are_filled_from_the_same_values()
    {
        // Where a value is itself a word, each language takes its own: the two then differ in which places they use, never in how many.
        Assert.All(RefusalCatalogue.All, kind => Assert.Equal(Places(kind.Zh).Count, Places(kind.En).Count));
        Assert.All(
            RefusalCatalogue.All,
            kind =>
            {
                var used = Places(kind.Zh).Union(Places(kind.En)).Order().ToList();
                Assert.Equal(Enumerable.Range(0, used.Count), used);
            }
        );
    }

    [Fact]
    public void A_sentence_speaks_with_its_values() =>
        Assert.Equal("Must have 1 to 50 items.", Refusals.ItemCount.With(1, 50).Sentence(Language.En));

    [Fact]
    public void Every_refusal_is_provoked_by_some_test()
    {
        var mine = Path.GetFileName(ThisFile());
        var tests = string.Concat(
            Directory
                .EnumerateFiles(Path.Combine(Repository.Folder, "tests", "Filing.Api.Tests"), "*.cs", SearchOption.AllDirectories)
                .Where(file =>
                    Path.GetFileName(file) != mine
                    && !file.Contains("/obj/", StringComparison.Ordinal)
                    && !file.Contains("/Replay/", StringComparison.Ordinal)
                )
                .Select(File.ReadAllText)
        );
        var names = typeof(Refusals)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(field => ((RefusalKind)field.GetValue(null)!).Code, field => field.Name);

        var missing = RefusalCatalogue
            .All.Where(kind =>
                !tests.Contains(kind.Code, StringComparison.Ordinal) && !Regex.IsMatch(tests, $@"\bRefusals\.{names[kind.Code]}\b")
            )
            .Select(kind => $"{kind.Code} {names[kind.Code]}");

        Assert.Equal("", string.Join(", ", missing));
    }

    private static List<int> Places(string sentence) =>
        [.. Place().Matches(sentence).Select(match => int.Parse(match.Groups[1].ValueSpan, null)).Distinct().Order()];

    private static string ThisFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"\{([0-9])\}")]
    private static partial Regex Place();
}
