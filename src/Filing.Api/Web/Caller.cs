using System.Security.Claims;
using FilingApi.Domain;

namespace FilingApi.Web;

/// <summary>The caller and the conditions of the request, read once.</summary>
public sealed class Caller
{
    public const string RoleClaim = "role";
    public const string OrganisationClaim = "organisation";
    public const string TownClaim = "town";
    public const string StampClaim = "stamp";
    public const string DepartmentClaim = "department";
    public const string BodyHashItem = "body-hash";

    public Caller(HttpContext http)
    {
        Account = http.User.Identity?.Name ?? "";
        Role = Contracts.Register.WireName<Role>.TryParse(http.User.FindFirstValue(RoleClaim), out var role) ? role : null;
        Organisation = http.User.FindFirstValue(OrganisationClaim) ?? "";
        Towns = [.. http.User.FindAll(TownClaim).Select(claim => claim.Value)];
        Departments = [.. http.User.FindAll(DepartmentClaim).Select(claim => claim.Value)];
        Language = LanguageOf(http.Request);
        IfMatch = http.Request.Headers.IfMatch.ToString() is { Length: > 0 } tag ? tag : null;
        IdempotencyKey = http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : null;
        RequestHash = http.Items[BodyHashItem] as string ?? "";
    }

    public string Account { get; }
    public Role? Role { get; }
    public string Organisation { get; }

    /// <summary>The towns it sees; with none it sees no town's rows.</summary>
    public IReadOnlyList<string> Towns { get; }

    /// <summary>Codes of departments within its towns.</summary>
    public IReadOnlyList<string> Departments { get; }

    /// <summary>The town it writes to: the first of its towns.</summary>
    public string? Town => Towns.Count > 0 ? Towns[0] : null;
    public Language Language { get; }
    public string? IfMatch { get; private set; }
    public string? IdempotencyKey { get; private set; }

    /// <summary>Hash of method, address and body.</summary>
    public string RequestHash { get; set; }

    /// <summary>A form sends in fields what a program sends in headers.</summary>
    public void Sends(string? key, string? version, string hash) =>
        (IdempotencyKey, IfMatch, RequestHash) = (key, version is null ? null : $"\"{version}\"", hash);

    public Actor Actor => new(Account, Organisation);

    public string Say((string Zh, string En) sentence) => Language == Language.Zh ? sentence.Zh : sentence.En;

    /// <summary>A page always sends the version it displayed; a caller that sends none accepts the present version.</summary>
    public Refusal? Stale(int version) =>
        IfMatch is null or "*" || IfMatch.Split(',').Any(tag => tag.Trim() == Answer.Tag(version))
            ? null
            : Refusals.StaleVersion.With("此记录已被他人更改", "Somebody else has changed this record");

    public static Language LanguageOf(HttpRequest request)
    {
        if (request.HttpContext.Items[PageLanguage.Item] is Language chosen)
        {
            return chosen;
        }

        if (request.Headers.AcceptLanguage.Count == 0)
        {
            return Language.Zh;
        }

        var best = request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value ?? "")
            .FirstOrDefault(value =>
                value.StartsWith("zh", StringComparison.OrdinalIgnoreCase) || value.StartsWith("en", StringComparison.OrdinalIgnoreCase)
            );
        return best is not null && best.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.En : Language.Zh;
    }
}
