using System.Text.RegularExpressions;

namespace FilingApi.Tests.ClientApp;

public sealed partial class ImportTests
{
    [Fact]
    public async Task No_module_imports_itself_through_others()
    {
        var imports = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var source in Tool.Sources("*.ts"))
        {
            var file = Path.GetRelativePath(Tool.Folder, source);
            var text = await File.ReadAllTextAsync(source);
            imports[file] = [.. Import().Matches(text).Select(import => Resolve(file, import.Groups[1].Value))];
        }

        Assert.All(imports.Values.SelectMany(files => files), file => Assert.Contains(file, imports.Keys));
        Assert.NotEmpty(imports.Values.SelectMany(files => files));
        var circle = CircleIn(imports);
        Assert.True(circle.Length == 0, circle);
    }

    [Fact]
    public void A_circle_of_three_is_found()
    {
        var imports = new Dictionary<string, string[]>
        {
            ["d"] = ["a", "b"],
            ["a"] = ["b"],
            ["b"] = ["c"],
            ["c"] = ["a"],
        };

        Assert.Equal("a > b > c > a", CircleIn(imports));
    }

    private static string Resolve(string file, string import) =>
        Path.GetRelativePath(Tool.Folder, Path.Combine(Tool.Folder, Path.GetDirectoryName(file)!, import));

    /// <summary>The first circle as <c>a > b > a</c>; empty if there is none.</summary>
    private static string CircleIn(Dictionary<string, string[]> imports)
    {
        var free = new HashSet<string>(StringComparer.Ordinal);
        return imports.Keys.Select(file => From(file, [])).FirstOrDefault(circle => circle.Length > 0) ?? "";

        string From(string file, List<string> path)
        {
            if (path.Contains(file))
            {
                return string.Join(" > ", path.SkipWhile(step => step != file).Append(file));
            }

            if (free.Contains(file))
            {
                return "";
            }

            var circle = imports[file].Select(next => From(next, [.. path, file])).FirstOrDefault(found => found.Length > 0) ?? "";
            if (circle.Length == 0)
            {
                free.Add(file);
            }

            return circle;
        }
    }

    /// <summary>
    /// Static, for types only, for effects only, and dynamic: <c>from "./a.ts"</c>, <c>import "./a.ts"</c>, <c>import("./a.ts")</c>.
    /// </summary>
    [GeneratedRegex(@"\b(?:from|import)\s*\(?\s*""(\.[^""]+)""")]
    private static partial Regex Import();
}
