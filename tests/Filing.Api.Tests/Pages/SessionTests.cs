using System.Net;
using System.Text.RegularExpressions;
using FilingApi.Pages;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace FilingApi.Tests.Pages;

/// <summary>The cookie beside the token: the same accounts, the same ends, and no way in from elsewhere.</summary>
public sealed partial class SessionTests(TestService service) : IClassFixture<TestService>, IDisposable
{
    private readonly TestService _service = service.NewDay();
    private readonly HttpClient _browser = new(
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

    [Fact]
    public async Task A_session_may_do_through_the_API_what_its_account_may()
    {
        await SignIn("clerk");

        var trucks = await _browser.GetAsync(new Uri("/api/v1/trucks", UriKind.Relative));
        var reviews = await _browser.GetAsync(new Uri("/api/v1/reviews", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (trucks.StatusCode, reviews.StatusCode));
    }

    [Fact]
    public async Task A_write_with_a_cookie_must_come_from_our_own_pages()
    {
        await SignIn("clerk");

        var foreign = await Withdraw("https://elsewhere.example");
        var nowhere = await Withdraw(null);
        var own = await Withdraw(_service.Root.GetLeftPart(UriPartial.Authority));

        Assert.Contains("SEC-013", await foreign.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, nowhere.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, own.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_not_taken()
    {
        using var form = new FormUrlEncodedContent([new("account", "clerk"), new("password", SmallTown.Password)]);

        var reply = await _browser.PostAsync(new Uri("/signin", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_is_answered_like_an_unknown_account()
    {
        var wrong = await Post("clerk2", "Wrong-horse-7");
        var unknown = await Post("nobody", "Wrong-horse-7");

        Assert.Contains("账号或密码不对", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("账号或密码不对", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_declares_its_access()
    {
        var pages = _service
            .Get<EndpointDataSource>()
            .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(Navigation.Pages.Order(StringComparer.Ordinal), pages);
    }

    public void Dispose() => _browser.Dispose();

    private async Task SignIn(string account) =>
        Assert.Equal(HttpStatusCode.Redirect, (await Post(account, SmallTown.Password)).StatusCode);

    private async Task<HttpResponseMessage> Post(string account, string password)
    {
        var page = await _browser.GetStringAsync(new Uri("/signin", UriKind.Relative));
        using var form = new FormUrlEncodedContent([
            new("account", account),
            new("password", password),
            new("__RequestVerificationToken", Token().Match(page).Groups[1].Value),
        ]);
        return await _browser.PostAsync(new Uri("/signin", UriKind.Relative), form);
    }

    private async Task<HttpResponseMessage> Withdraw(string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/filings/XW-1/withdrawal");
        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin);
        }

        return await _browser.SendAsync(request);
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
