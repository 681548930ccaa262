using System.Text.RegularExpressions;

namespace FilingApi.Tests.ClientApp;

public sealed partial class ServedScriptTests(TestService service) : IClassFixture<TestService>
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    [Fact]
    public async Task Each_script_of_the_pages_is_served_under_its_own_name()
    {
        var names = Directory.EnumerateFiles(Path.Combine(Tool.Folder, "pages"), "*.ts").Select(Path.GetFileNameWithoutExtension).ToList();

        var replies = await Task.WhenAll(names.Select(name => service.Anyone.Get($"/js/{name}.js")));

        Assert.Contains("page", names);
        Assert.All(replies, reply => Assert.Equal((200, "text/javascript"), (reply.Status, reply.ContentType)));
        Assert.All(replies, reply => Assert.True(reply.Headers.CacheControl!.NoCache));
    }

    [Fact]
    public async Task A_page_names_its_script_by_a_version_that_is_kept_for_a_year()
    {
        var page = await service.Anyone.Get("/help");
        var address = Versioned().Match(page.Text).Groups[1].Value;

        var script = await service.Anyone.Get(address);

        Assert.Equal((200, Year), (script.Status, script.Headers.CacheControl!.MaxAge));
    }

    [GeneratedRegex("""<script type="module" src="(/js/page\.js\?v=[^"]+)">""")]
    private static partial Regex Versioned();
}
