using System.Text.RegularExpressions;
using DispatchWorker.Planning.Rules;

namespace Dispatch.Worker.Tests.Planning;

/// <summary>The tables of codes in the planner's README agree with the code.</summary>
public sealed partial class CodeTableTests
{
    private static readonly string Folder = Path.Combine(Days.Root(), "src/Dispatch.Worker/Planning");

    private static readonly Dictionary<string, string> Meanings = File.ReadLines(Path.Combine(Folder, "README.md"))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells.Length > 3 && Code().IsMatch(cells[1]))
        .ToDictionary(cells => cells[1], cells => cells[2]);

    [Fact]
    public void Every_rule_has_its_row_with_its_own_words() =>
        Assert.All(Requirement.All, requirement => Assert.Equal(requirement.Name.En, Meanings.GetValueOrDefault(requirement.Code)));

    [Fact]
    public void Every_code_has_a_row_and_every_row_a_code()
    {
        var used = Directory
            .GetFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Code().Matches(File.ReadAllText(file)))
            .Select(match => match.Value)
            .Distinct();

        Assert.Equal(Meanings.Keys.Order(), used.Order());
    }

    [Fact]
    public void Every_rule_is_found_once_and_in_the_order_of_the_codes()
    {
        string[] codes = [.. Requirement.All.Select(requirement => requirement.Code)];

        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.Equal(Directory.GetFiles(Path.Combine(Folder, "Rules")).Count(IsRequirement), codes.Length);
    }

    private static bool IsRequirement(string file) => Regex.IsMatch(File.ReadAllText(file), "sealed class \\w+ : (Rule|Requirement)\\b");

    [GeneratedRegex("DSP-\\d{3}")]
    private static partial Regex Code();
}
