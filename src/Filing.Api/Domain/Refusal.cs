using System.Globalization;

namespace FilingApi.Domain;

/// <summary>One way of saying no: a stable code, the HTTP status it is answered with, and what to do about it in both languages.</summary>
public sealed record RefusalKind(string Code, int Status, string Zh, string En)
{
    /// <summary>The refusal itself; <paramref name="values"/> fill the places {0}, {1} … of the sentences.</summary>
    public Refusal With(params object?[] values) => new(this, null, values);

    /// <summary>The refusal of one member, named by its JSON pointer.</summary>
    public Refusal At(string pointer, params object?[] values) => new(this, pointer, values);
}

/// <summary>A no with its place. Domain methods return one, or null when the act is done.</summary>
public sealed record Refusal(RefusalKind Kind, string? Pointer, object?[] Values)
{
    public string Code => Kind.Code;

    public string Sentence(Language language) =>
        string.Format(CultureInfo.InvariantCulture, language == Language.Zh ? Kind.Zh : Kind.En, Values);
}

public enum Language
{
    Zh,
    En,
}
