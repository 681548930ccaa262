using System.Globalization;
using Contracts.Register;
using FilingApi.Domain;
using Microsoft.Extensions.Localization;

namespace FilingApi.Pages;

/// <summary>The words of a page in its language.</summary>
public sealed class Words(IStringLocalizer<Texts> texts)
{
    public string this[string key] => Find(key);

    public string this[string key, params object?[] values] => string.Format(CultureInfo.InvariantCulture, Find(key), values);

    public bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public Language Language => IsEnglish ? Language.En : Language.Zh;

    /// <summary>The word for an enum's member: <c>status.recorded</c>.</summary>
    public string Of<T>(string kind, T value)
        where T : struct, Enum => Find($"{kind}.{value.Wire()}");

    /// <summary>How many trips: English counts one otherwise.</summary>
    public string Trips(int count) => count == 1 ? Find("amount.one-trip") : this["amount.trips", count];

    public bool Has(string key) => !texts[key].ResourceNotFound;

    private string Find(string key) =>
        texts[key] is { ResourceNotFound: false } text
            ? text.Value
            : throw new InvalidOperationException($"No words for '{key}' in Texts.resx.");
}
