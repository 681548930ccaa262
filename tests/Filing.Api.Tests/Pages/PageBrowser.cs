using System.Net;
using System.Text.RegularExpressions;

namespace FilingApi.Tests.Pages;

/// <summary>Pages as a person gets them without script: a session, forms with their token, no redirect followed.</summary>
internal sealed partial class PageBrowser(TestService service) : IDisposable
{
    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            CookieContainer = new CookieContainer(),
        }
    )
    {
        BaseAddress = service.Root,
    };

    public static async Task<PageBrowser> Of(TestService service, string account)
    {
        var browser = new PageBrowser(service);
        var (status, _) = await browser.Post("/signin", "/signin", ("account", account), ("password", SmallTown.Password));
        Assert.Equal(HttpStatusCode.Redirect, status);
        return browser;
    }

    public async Task<(HttpStatusCode Status, string Text)> Get(string address)
    {
        using var answer = await _http.GetAsync(new Uri(address, UriKind.Relative));
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>Sends a form as a script does if the fields say so; its token comes from the page it stands on.</summary>
    public async Task<(HttpStatusCode Status, string Text)> Post(string page, string address, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await _http.GetStringAsync(new Uri(page, UriKind.Relative))).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative));
        request.Content = new FormUrlEncodedContent([
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            new("__RequestVerificationToken", token),
        ]);
        if (fields.Contains(Script))
        {
            request.Headers.Accept.ParseAdd("application/json");
        }

        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, WebUtility.HtmlDecode(Regex.Unescape(await answer.Content.ReadAsStringAsync())));
    }

    /// <summary>Marks a form that a script sends.</summary>
    public static readonly (string, string) Script = ("by", "script");

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
