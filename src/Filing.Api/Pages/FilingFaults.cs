using FilingApi.Domain;

namespace FilingApi.Pages;

/// <summary>Which field of the form a fault belongs to, in the order of the page, and what is to be done there.</summary>
public static class FilingFaults
{
    private static readonly (string Pointer, string Id)[] Fields =
    [
        ("/site/name", "name"),
        ("/site/village", "village"),
        ("/site/address", "address"),
        ("/site/point", "point"),
        ("/site/far", "far"),
        ("/site", "site"),
        ("/kind", "kind"),
        ("/trucks/other", "other-plate"),
        ("/trucks", "trucks"),
        ("/m3", "m3"),
        ("/trips", "trips"),
        ("/plant", "plant"),
        ("/agreement", "agreement-no"),
        ("/from", "time"),
        ("/slot", "slot"),
        ("/to", "slot"),
        ("/contact/name", "contact-name"),
        ("/contact/phone", "contact-phone"),
        ("/note", "note-text"),
    ];

    private static readonly RefusalKind[] Nameless = [Refusals.TextLength, Refusals.NumberRange, Refusals.ItemCount, Refusals.MaskedValue];

    /// <summary>The id of the input, or of the group of inputs; null where the fault is the whole form's.</summary>
    public static string? IdOf(string? pointer) => At(pointer) is var at and >= 0 ? Fields[at].Id : null;

    public static Fault Lacking(string pointer, Words words) => new(pointer, words[$"lack.{IdOf(pointer)}"]);

    /// <summary>The API's sentence, or, where that does not name its field, what is to be done there.</summary>
    public static Fault Of(Refusal refusal, Words words) =>
        Nameless.Contains(refusal.Kind) && IdOf(refusal.Pointer) is { } id
            ? new Fault(refusal.Pointer, words[$"lack.{id}"])
            : new Fault(refusal.Pointer, refusal.Sentence(words.Language));

    /// <summary>As the page has them, so that a person works from top to bottom.</summary>
    public static IReadOnlyList<Fault> InPageOrder(IEnumerable<Fault> faults) => [.. faults.OrderBy(fault => At(fault.Pointer))];

    private static int At(string? pointer) =>
        pointer is null
            ? -1
            : Array.FindIndex(
                Fields,
                field => pointer == field.Pointer || pointer.StartsWith(field.Pointer + "/", StringComparison.Ordinal)
            );
}
