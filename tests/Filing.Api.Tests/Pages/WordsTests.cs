using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Pages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FilingApi.Tests.Pages;

/// <summary>Both languages are whole: every word that a page asks for stands in both files, and none stands there for nothing.</summary>
public sealed partial class WordsTests
{
    private static readonly string Folder = Path.Combine(Repository.Folder, "src", "Filing.Api", "Pages");
    private static readonly Dictionary<string, string> Zh = Read("Texts.resx");
    private static readonly Dictionary<string, string> En = Read("Texts.en.resx");

    [Fact]
    public void Both_files_have_the_same_keys_and_no_empty_word()
    {
        Assert.Empty(Zh.Keys.Except(En.Keys));
        Assert.Empty(En.Keys.Except(Zh.Keys));
        Assert.All(Zh.Concat(En), word => Assert.False(string.IsNullOrWhiteSpace(word.Value), word.Key));
    }

    [Fact]
    public void English_is_English_and_Chinese_is_Chinese()
    {
        Assert.All(En.Where(word => !Plate().IsMatch(word.Value)), word => Assert.DoesNotMatch("[\u4e00-\u9fff]", word.Value));
        Assert.All(Zh.Where(word => word.Value.Length > 12), word => Assert.Matches("[\u4e00-\u9fff]", word.Value));
    }

    [Fact]
    public void Places_are_filled_from_the_same_values_in_both() =>
        Assert.All(Zh, word => Assert.Equal(Places(word.Value), Places(En[word.Key])));

    [Fact]
    public void Every_used_text_exists()
    {
        var asked = Sources()
            .SelectMany(text => Asked().Matches(text).Select(match => match.Groups[1].Value))
            .Where(key => !key.Contains('{', StringComparison.Ordinal))
            .Distinct();

        Assert.Empty(asked.Except(Zh.Keys));
    }

    [Fact]
    public void Every_text_is_used()
    {
        var sources = string.Concat(Sources());
        var families = Family().Matches(sources).Select(match => match.Groups[1].Value).Distinct().ToList();

        var unused = Zh.Keys.Where(key =>
            !sources.Contains($"\"{key}\"", StringComparison.Ordinal)
            && !families.Any(family => key.StartsWith(family, StringComparison.Ordinal))
        );

        Assert.Empty(unused);
    }

    [Fact]
    public void Every_role_has_its_word() => Assert.All(Enum.GetValues<Role>(), role => Assert.Contains($"role.{role.Wire()}", Zh.Keys));

    [Theory]
    [InlineData("en", 1, "1 trip")]
    [InlineData("en", 2, "2 trips")]
    [InlineData("zh-CN", 1, "1 车次")]
    [InlineData("zh-CN", 2, "2 车次")]
    public void Trips_are_counted_as_the_language_counts(string language, int count, string said)
    {
        CultureInfo.CurrentUICulture = new CultureInfo(language);
        var words = new Words(
            new StringLocalizer<Texts>(
                new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)
            )
        );

        Assert.Equal(said, words.Trips(count));
    }

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Folder, "*.cs*", SearchOption.AllDirectories).Select(File.ReadAllText);

    private static Dictionary<string, string> Read(string file) =>
        XDocument
            .Load(Path.Combine(Folder, file))
            .Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static List<int> Places(string sentence) =>
        [.. Place().Matches(sentence).Select(match => int.Parse(match.Groups[1].ValueSpan, null)).Distinct().Order()];

    [GeneratedRegex("""(?:T|words|Words)\["([^"]+)"[\],]""")]
    private static partial Regex Asked();

    /// <summary>A key that is put together: what it begins with.</summary>
    [GeneratedRegex("""(?:\[\$"|Of\(")([a-z-]+(?:\.[a-z-]+)*\.?)(?:\{|")""")]
    private static partial Regex Family();

    [GeneratedRegex(@"\{([0-9])\}")]
    private static partial Regex Place();

    [GeneratedRegex("湘A")]
    private static partial Regex Plate();
}
