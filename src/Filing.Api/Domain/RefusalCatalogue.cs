using System.Collections.Frozen;
using System.Reflection;

namespace FilingApi.Domain;

/// <summary>Every refusal by its code.</summary>
public static class RefusalCatalogue
{
    public static IReadOnlyList<RefusalKind> All { get; } =
    [.. typeof(Refusals).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<RefusalKind>()];

    private static readonly FrozenDictionary<string, RefusalKind> ByCode = All.ToFrozenDictionary(
        kind => kind.Code,
        StringComparer.Ordinal
    );

    public static RefusalKind Find(string code) => ByCode[code];
}
