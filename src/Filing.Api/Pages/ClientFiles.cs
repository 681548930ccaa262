using System.Text.RegularExpressions;

namespace FilingApi.Pages;

/// <summary>The roadside page's bundled files: their names carry a hash, so they are looked for once, at the first page.</summary>
public sealed partial class ClientFiles(IWebHostEnvironment host)
{
    private const string Folder = "roadside";
    private readonly Lazy<(string Script, string Style)> _found = new(() => (Find(host, "check-*.js"), Find(host, "check-*.css")));

    public string Script => _found.Value.Script;
    public string Style => _found.Value.Style;

    public static bool IsHashed(string file) => Hash().IsMatch(file);

    private static string Find(IWebHostEnvironment host, string pattern) =>
        $"/{Folder}/{Path.GetFileName(Directory.GetFiles(Path.Combine(host.WebRootPath, Folder), pattern).Single())}";

    [GeneratedRegex(@"-[0-9A-Z]{8}\.(js|css)$")]
    private static partial Regex Hash();
}
