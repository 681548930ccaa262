using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

/// <summary>How a subject's columns appear in its timeline, declared in the mapping.</summary>
internal static class TimelineColumns
{
    private const string Annotation = "Timeline";
    private const string Quiet = "quiet";
    private const string Secret = "secret";

    /// <summary>Maintained by a machine: it may change without an act and is part of none.</summary>
    public static PropertyBuilder<T> IsQuiet<T>(this PropertyBuilder<T> property)
    {
        property.Metadata.SetAnnotation(Annotation, Quiet);
        return property;
    }

    /// <summary>Appears in the timeline as its hash.</summary>
    public static PropertyBuilder<T> IsSecret<T>(this PropertyBuilder<T> property)
    {
        property.Metadata.SetAnnotation(Annotation, Secret);
        return property;
    }

    public static bool IsQuiet(this IReadOnlyProperty property) => property.FindAnnotation(Annotation)?.Value is Quiet;

    public static bool IsSecret(this IReadOnlyProperty property) => property.FindAnnotation(Annotation)?.Value is Secret;
}
