using FilingApi.Domain;

namespace FilingApi.Web;

/// <summary>A query parameter. <see cref="Query"/> reads only declared parameters, so the description cannot omit one.</summary>
/// <param name="Name">As in the query string.</param>
/// <param name="Type">The type it is parsed as: text, an instant, a number, or an enum's wire name.</param>
/// <param name="Says">One sentence for the description.</param>
public sealed record Parameter(string Name, Type Type, string Says)
{
    public static readonly Parameter Cursor = new("cursor", typeof(string), "The `next` of the page before; left out: the first page.");
    public static readonly Parameter Plate = new("plate", typeof(string), "A plate, in any spelling that R1 reads.");

    /// <summary>Words accepted besides the enum's.</summary>
    public IReadOnlyList<string> AlsoTakes { get; init; } = [];
    public bool IsRequired { get; init; }

    public static Parameter Option<T>(string name, string says, params string[] also)
        where T : struct, Enum => new(name, typeof(T), says) { AlsoTakes = also };

    public static Parameter Instant(string name, string says) => new(name, typeof(DateTimeOffset), says);

    public static Parameter Day(string name, string says) => new(name, typeof(DateOnly), says);

    public static Parameter Flag(string name, string says) => new(name, typeof(bool), says);

    public static Parameter Number(string name, string says) => new(name, typeof(double), says);
}

/// <summary>The refusals of an endpoint, besides those that follow from its metadata (a token, a body, a write, parameters).</summary>
public sealed record RefusesWith(IReadOnlyList<RefusalKind> Kinds);

/// <summary>A header of a successful answer.</summary>
public sealed record Carries(string Name, string Says);

public static class Describing
{
    /// <summary>The refusals of every endpoint with a body.</summary>
    private static readonly RefusalKind[] OfBodies =
    [
        Refusals.BrokenJson,
        Refusals.UnknownMember,
        Refusals.WrongType,
        Refusals.MissingMember,
        Refusals.BodyTooLarge,
        Refusals.WrongMediaType,
        Refusals.TextLength,
        Refusals.NumberRange,
        Refusals.ImplausiblePoint,
        Refusals.UnreadablePlate,
        Refusals.ItemCount,
        Refusals.RepeatedItem,
        Refusals.BadText,
    ];

    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, params Parameter[] parameters) =>
        endpoint.WithMetadata([.. parameters]);

    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params RefusalKind[] kinds) =>
        endpoint.WithMetadata(new RefusesWith(kinds));

    public static RouteHandlerBuilder Carries(this RouteHandlerBuilder endpoint, string name, string says) =>
        endpoint.WithMetadata(new Carries(name, says));

    /// <summary>The refusals that follow from an endpoint's metadata, derived from it and not written down a second time.</summary>
    public static IReadOnlyList<RefusalKind> RefusalsOf(IList<object> metadata)
    {
        List<RefusalKind> kinds =
        [
            .. metadata.OfType<RefusesWith>().SelectMany(refuses => refuses.Kinds),
            Refusals.OurFault,
            Refusals.NotNow,
            Refusals.UnknownParameter,
        ];
        if (!metadata.OfType<Microsoft.AspNetCore.RateLimiting.DisableRateLimitingAttribute>().Any())
        {
            kinds.Add(Refusals.TooMany);
        }

        if (metadata.OfType<AccessRow>().Any(row => !row.IsForAnyone))
        {
            kinds.AddRange([Refusals.NotSignedIn, Refusals.MayNot]);
        }

        if (metadata.OfType<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>().Any())
        {
            kinds.AddRange(OfBodies);
        }

        if (IsWrite(metadata))
        {
            kinds.AddRange([Refusals.KeyReused, Refusals.BadParameter]);
        }

        if (metadata.OfType<Parameter>().Any())
        {
            kinds.Add(Refusals.BadParameter);
        }

        return [.. kinds.Distinct().OrderBy(kind => kind.Code, StringComparer.Ordinal)];
    }

    /// <summary>A write goes through <see cref="WriteSession"/> and therefore accepts an Idempotency-Key.</summary>
    public static bool IsWrite(IList<object> metadata) =>
        metadata
            .OfType<System.Reflection.MethodInfo>()
            .Any(handler => handler.GetParameters().Any(parameter => parameter.ParameterType == typeof(WriteSession)));
}
