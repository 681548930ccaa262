using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace FilingApi.Pages;

/// <summary>What the build made for browsers, looked for once, at the first page. Styles stand in their page itself: over a slow network a second request would cost half a second before anything is seen.</summary>
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

    /// <summary>Of the pages but the roadside's: <c>frame</c> stands in every one, another in those that need it.</summary>
    public string PageStyle(string name) =>
        _pages.Value.TryGetValue(name, out var style)
            ? style.Text
            : throw new InvalidOperationException($"The build left out pages/{name}.css.");

    /// <summary>What lets these styles and no other into a page.</summary>
    public string PageStyleSources => string.Join(' ', _pages.Value.Values.Select(style => style.Hash));

    public string Style => _style.Value.Text;

    /// <summary>What lets this one style into a page whose policy lets no other in: <c>'sha256-…'</c>.</summary>
    public string StyleSource => _style.Value.Hash;

    public static bool IsHashed(string file) => Hash().IsMatch(file);

    /// <summary>A folder that is published into again still has the files of earlier builds beside the new ones.</summary>
    private static string Find(IWebHostEnvironment host, string pattern) =>
        Directory.GetFiles(Path.Combine(host.WebRootPath, Folder), pattern).MaxBy(File.GetLastWriteTimeUtc)
        ?? throw new InvalidOperationException($"The build left out {Folder}/{pattern}.");

    private static (string Text, string Hash) Hashed(string text) =>
        (text, $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'");

    [GeneratedRegex(@"-[0-9A-Z]{8}\.(js|css)$")]
    private static partial Regex Hash();
}
