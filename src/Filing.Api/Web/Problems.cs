using FilingApi.Domain;

namespace FilingApi.Web;

/// <summary>An RFC 9457 problem as it is sent.</summary>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Code,
    string Detail,
    IReadOnlyDictionary<string, IReadOnlyList<ProblemItem>>? Errors
);

public sealed record ProblemItem(string Code, string Sentence);

public static class Problems
{
    public static Answer Of(IReadOnlyList<Refusal> refusals, Language language)
    {
        var first = refusals[0];
        var errors = refusals
            .Where(refusal => refusal.Pointer is not null)
            .GroupBy(refusal => refusal.Pointer!, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group =>
                    (IReadOnlyList<ProblemItem>)[.. group.Select(refusal => new ProblemItem(refusal.Code, refusal.Sentence(language)))],
                StringComparer.Ordinal
            );
        var problem = new Problem(
            $"urn:problem:{first.Code.ToLowerInvariant()}",
            Title(first.Kind.Status),
            first.Kind.Status,
            first.Code,
            first.Sentence(language),
            errors.Count > 0 ? errors : null
        );
        return new Answer(first.Kind.Status, problem) { ContentType = Answer.ProblemJson };
    }

    private static string Title(int status) =>
        status switch
        {
            StatusCodes.Status400BadRequest => "Bad request",
            StatusCodes.Status401Unauthorized => "Not signed in",
            StatusCodes.Status403Forbidden => "Not allowed",
            StatusCodes.Status404NotFound => "Not found",
            StatusCodes.Status405MethodNotAllowed => "Method not allowed",
            StatusCodes.Status409Conflict => "Not possible now",
            StatusCodes.Status412PreconditionFailed => "Changed meanwhile",
            StatusCodes.Status413PayloadTooLarge => "Too large",
            StatusCodes.Status415UnsupportedMediaType => "Wrong media type",
            StatusCodes.Status422UnprocessableEntity => "Refused",
            StatusCodes.Status429TooManyRequests => "Too many requests",
            StatusCodes.Status503ServiceUnavailable => "Cannot save now",
            _ => "Error",
        };
}
