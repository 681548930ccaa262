using FilingApi.Features.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FilingApi.Tests.Features.Accounts;

/// <summary>The first start of a real town: empty, and open to nobody but who has the code.</summary>
public sealed class FirstStartTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("first-").FullName;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private WebApplication _app = null!;

    private Api Anyone => new(_http, () => new Uri($"{_app.Urls.First()}/api/v1/"), null);

    private string? Code => _app.Services.GetRequiredService<FirstCode>().Printed;

    public async ValueTask InitializeAsync() => _app = await Start();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_code_makes_one_administrator_and_never_another()
    {
        var code = Code!;
        var body = new
        {
            code,
            account = "chief",
            password = SmallTown.Password,
        };

        Assert.Equal("403 SEC-011", (await Anyone.Post("first-administrator", body with { code = "WRONG" })).Said);
        Assert.Equal("422 SEC-005", (await Anyone.Post("first-administrator", body with { password = "short" })).Said);
        await Again();
        Assert.Null(Code);
        await Anyone.Post("first-administrator", body).MustBe(201);
        Assert.Equal("409 SEC-012", (await Anyone.Post("first-administrator", body with { account = "second" })).Said);
        await Again();
        Assert.Null(Code);
        Assert.Equal("admin", (await Anyone.Post("tokens", new { account = "chief", password = SmallTown.Password }).MustBe(200))["role"]);
    }

    [Fact]
    public async Task Every_answer_tells_the_browser_what_not_to_do_and_HSTS_needs_TLS_from_a_named_proxy()
    {
        var plain = await Anyone.Get("/healthz");
        var behind = await Anyone.Get("/healthz", ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.9"));

        Assert.Equal("nosniff", plain.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", plain.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("frame-ancestors 'none'", plain.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
        Assert.True(behind.Headers.Contains("Strict-Transport-Security"));
    }

    private async Task Again()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _app = await Start();
    }

    private Task<WebApplication> Start()
    {
        var values = new Dictionary<string, string?>
        {
            ["VACUUM_LISTEN"] = "http://127.0.0.1:0",
            ["VACUUM_PROXIES"] = "127.0.0.1",
            ["VACUUM_DATA_FOLDER"] = _folder,
            ["VACUUM_PUBLIC_ADDRESS"] = "https://town.example",
            ["VACUUM_TOWN_CODE"] = SmallTown.TownA,
            ["VACUUM_TOWN_NAME"] = "永安镇",
        };
        var settings = ServeProduction.Read(
            Path.Combine(Repository.Folder, "deploy", "settings.sample.json"),
            new ConfigurationBuilder().AddInMemoryCollection(values).Build()
        );
        return Service.Start(settings with { Durable = false, Quiet = true });
    }
}
