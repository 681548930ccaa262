using FilingApi.Domain;
using Microsoft.AspNetCore.Mvc.Abstractions;

namespace FilingApi.Web;

/// <summary>
/// Refuses query parameters that the endpoint has not declared (<see cref="Parameter"/>), as unknown members of a body are refused: a
/// misspelt one would otherwise change the answer without a word. Addresses opened by people may carry what their programs add.
/// </summary>
public sealed class QueryGate(RequestDelegate next)
{
    public Task Invoke(HttpContext http)
    {
        if (!http.Request.QueryString.HasValue || http.GetEndpoint() is not RouteEndpoint endpoint || !IsOfApi(http, endpoint))
        {
            return next(http);
        }

        var known = endpoint.Metadata.GetOrderedMetadata<Parameter>().Select(parameter => parameter.Name).ToList();
        var refusals = http
            .Request.Query.Select(pair =>
                !known.Contains(pair.Key, StringComparer.OrdinalIgnoreCase) ? Unknown(pair.Key, known)
                : pair.Value.Count > 1 ? Refusals.BadParameter.At($"/{pair.Key}", pair.Key, "一个值", "one value")
                : null
            )
            .OfType<Refusal>()
            .ToList();
        return refusals.Count == 0 ? next(http) : Problems.Of(refusals, Caller.LanguageOf(http.Request)).ExecuteAsync(http);
    }

    private static bool IsOfApi(HttpContext http, RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<AccessRow>() is not null
        && endpoint.Metadata.GetMetadata<ActionDescriptor>() is null
        && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true }
        && !http.IsForPerson();

    private static Refusal Unknown(string name, List<string> known) =>
        Refusals.UnknownParameter.At($"/{Shape.Shorten(name)}", Shape.Shorten(name), known.Count == 0 ? "–" : string.Join(", ", known));
}
