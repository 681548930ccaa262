using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace FilingApi.Pages;

/// <summary>
/// What the build makes for browsers, read once, at the first page. Styles are put into the page itself:
/// over a slow network a second request would cost half a second before anything is seen.
/// </summary>
public sealed partial class ClientFiles(IWebHostEnvironment host)
{
    private const string Folder = "roadside";
    private readonly Lazy<string> _script = new(() => $"/{Folder}/{Path.GetFileName(Find(host, "check-*.js"))}");
    private readonly Lazy<(string Text, string Hash)> _style = new(() => Hashed(File.ReadAllText(Find(host, "check-*.css"))));

    private readonly Lazy<Dictionary<string, (string Text, string Hash)>> _pages = new(() =>
        Directory
            .GetFiles(Path.Combine(host.WebRootPath, "pages"), "*.css")
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => Hashed(File.ReadAllText(file)), StringComparer.Ordinal)
    );

    public string Script => _script.Value;

    /// <summary>A style of any page but the roadside's: <c>frame</c> is in all of them, the others in those that need them.</summary>
    public string PageStyle(string name) =>
        _pages.Value.TryGetValue(name, out var style)
            ? style.Text
            : throw new InvalidOperationException($"The build left out pages/{name}.css.");

    /// <summary>Sources for a page's policy that allow these styles and no others.</summary>
    public string PageStyleSources => string.Join(' ', _pages.Value.Values.Select(style => style.Hash));

    public string Style => _style.Value.Text;

    /// <summary>The source for the roadside page's policy that allows its own style alone: <c>'sha256-…'</c>.</summary>
    public string StyleSource => _style.Value.Hash;

    public static bool IsHashed(string file) => Hash().IsMatch(file);

    /// <summary>The newest match: a folder that was published into before still has the files of earlier builds.</summary>
    private static string Find(IWebHostEnvironment host, string pattern) =>
        Directory.GetFiles(Path.Combine(host.WebRootPath, Folder), pattern).MaxBy(File.GetLastWriteTimeUtc)
        ?? throw new InvalidOperationException($"The build left out {Folder}/{pattern}.");

    private static (string Text, string Hash) Hashed(string text) =>
        (text, $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'");

    [GeneratedRegex(@"-[0-9A-Z]{8}\.(js|css)$")]
    private static partial Regex Hash();
}
