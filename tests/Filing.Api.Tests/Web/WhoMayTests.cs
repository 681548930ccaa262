using System.Text.RegularExpressions;
using Contracts.Register;
using FilingApi.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace FilingApi.Tests.Web;

/// <summary>Every endpoint says who may call it; all others are turned away before anything is looked at.</summary>
public sealed partial class WhoMayTests(TestService service) : IClassFixture<TestService>
{
    private static readonly Dictionary<Role, string> AccountOf = Make.Accounts.Append(("admin", "admin", "")).GroupBy(account => account.Item2)
        .ToDictionary(group => WireName<Role>.Parse(group.Key), group => group.First().Item1);

    private IReadOnlyList<RouteEndpoint> Endpoints => [.. service.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    [Fact]
    public void Every_endpoint_decides_who_may_call_it()
    {
        Assert.True(Endpoints.Count > 30);
        Assert.All(Endpoints, endpoint => Assert.True(
            endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || RolesOf(endpoint) is { Length: > 0 }, $"{endpoint.DisplayName} has no authorization decision."));
    }

    [Fact]
    public void Open_to_anyone_are_these_and_no_others()
    {
        var open = Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/')).Order(StringComparer.Ordinal);

        Assert.Equal(["api/v1/first-administrator", "api/v1/public/checks/{plate}", "api/v1/tokens", "healthz", "readyz"], open);
    }

    [Fact]
    public async Task Without_a_token_everything_else_is_401()
    {
        foreach (var endpoint in Guarded())
        {
            var reply = await Call(service.Anyone, endpoint);

            Assert.True(reply.Said == "401 SEC-001", $"{endpoint.DisplayName}: {reply.Said}");
        }
    }

    [Fact]
    public async Task A_token_that_is_none_is_401()
    {
        var reply = await service.Anyone.Get("filings", ("Authorization", "Bearer nonsense"));

        Assert.Equal("401 SEC-001", reply.Said);
    }

    [Fact]
    public async Task A_role_that_may_not_is_403_at_every_endpoint()
    {
        var before = await service.Rows();
        foreach (var endpoint in Guarded())
        {
            var allowed = RolesOf(endpoint)!;
            foreach (var role in Enum.GetValues<Role>())
            {
                var reply = await Call(service.As(AccountOf[role]), endpoint);

                var refused = reply.Status == 403 && reply.Code == "SEC-002";
                Assert.True(refused == !allowed.Contains(role), $"{endpoint.DisplayName} as {role}: {reply.Said}");
                Assert.True(reply.Status < 500, $"{endpoint.DisplayName} as {role}: {reply.Said}");
            }
        }

        Assert.Equal(before, await service.Rows());
    }

    [Fact]
    public async Task What_is_another_organisations_is_404()
    {
        var at = service.NewDay();
        var number = await at.Recorded();
        at.Move("09:30");
        var order = (await at.Centre.Post("orders", Make.Order(at.At("10:00"), at.At("11:00"), Make.Plate(2))).MustBe(201))["trip"];
        var load = new { plate = Make.Plate(1), m3 = 8 };

        Reply[] replies =
        [
            await at.Clerk2.Get($"filings/{number}"), await at.Clerk2.Put($"filings/{number}", Make.Filing(at.At("09:00"), at.At("10:00"))), await at.Clerk2.Post($"filings/{number}/submission"),
            await at.Clerk2.Post($"filings/{number}/withdrawal"), await at.Clerk2.Post($"trips/{number}-1/loading", load), await at.As("hauler2").Post($"trips/{number}-1/loading", load),
            await at.Clerk2.Post($"trips/{order}/loading", load), await at.As("hauler2").Post($"trips/{order}/loading", load), await at.StationB.Get($"filings/{number}"), await at.StationB.Post($"filings/{number}/record"),
            await at.StationB.Post($"filings/{number}/return", new { defects = new[] { "x" } }), await at.StationB.Post($"filings/{number}/refusal", new { reason = "x" }), await at.StationB.Post($"filings/{number}/revocation", new { reason = "x" }),
        ];

        Assert.All(replies, reply => Assert.Equal("404 FIL-020", reply.Said));
        Assert.Equal("recorded", (await at.Filing(number))["status"]);
    }

    private IEnumerable<RouteEndpoint> Guarded() => Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null);

    /// <summary>With a body of the right media type and the wrong shape: who is let in is told so, and nothing happens.</summary>
    private static Task<Reply> Call(Api api, RouteEndpoint endpoint)
    {
        var method = new HttpMethod(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]);
        var path = Parameter().Replace(endpoint.RoutePattern.RawText!, match => match.Groups["kind"].Value switch { "guid" => Guid.Empty.ToString(), "int" => "2026", _ => "none" });
        var hasBody = endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null;
        return api.Send(method, $"/{path.TrimStart('/')}", hasBody ? "[7]"u8.ToArray() : null, hasBody ? Api.Json : null);
    }

    private static Role[]? RolesOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<AuthorizationPolicy>()?.Requirements.OfType<Microsoft.AspNetCore.Authorization.Infrastructure.ClaimsAuthorizationRequirement>()
            .Where(requirement => requirement.ClaimType == FilingApi.Web.Caller.RoleClaim).SelectMany(requirement => requirement.AllowedValues ?? []).Select(WireName<Role>.Parse).ToArray();

    [GeneratedRegex(@"\{[a-z]+(:(?<kind>[a-z]+))?\}")]
    private static partial Regex Parameter();
}
