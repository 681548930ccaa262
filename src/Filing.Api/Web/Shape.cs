using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Contracts.Register;
using FilingApi.Domain;
using FluentValidation;
using FluentValidation.Results;

namespace FilingApi.Web;

/// <summary>Rules for the shape of input, each bound to its refusal, and their results as refusals with pointers.</summary>
public static partial class Shape
{
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> rule, int least, int most) =>
        rule.Must(text => text is null || (text.Length >= least && text.Length <= most && (least == 0 || !string.IsNullOrWhiteSpace(text))))
            .Refuse(Domain.Refusals.TextLength, least, most)
            .Must(text => text is null || CanBeKept(text))
            .Refuse(Domain.Refusals.BadText);

    /// <summary>U+FFFD is what an earlier program put in the place of what it could not read.</summary>
    public static bool CanBeKept(string text) => !text.AsSpan().ContainsAny('\0', '\uFFFD') && Plate.CanNormalise(text);

    /// <summary>A long number as a spreadsheet shows it, its digits lost: <c>9.143E+17</c>.</summary>
    public static bool IsShortenedNumber(string text) => ShortenedNumber().IsMatch(text);

    public static IRuleBuilderOptions<T, decimal> Amount<T>(
        this IRuleBuilder<T, decimal> rule,
        decimal least,
        decimal most,
        int decimals
    ) =>
        rule.Must(value => value >= least && value <= most && decimal.Round(value, decimals) == value)
            .Refuse(Domain.Refusals.NumberRange, least, most, decimals);

    public static IRuleBuilderOptions<T, decimal?> Amount<T>(
        this IRuleBuilder<T, decimal?> rule,
        decimal least,
        decimal most,
        int decimals
    ) =>
        rule.Must(value => value is null || (value >= least && value <= most && decimal.Round(value.Value, decimals) == value))
            .Refuse(Domain.Refusals.NumberRange, least, most, decimals);

    public static IRuleBuilderOptions<T, int> Count<T>(this IRuleBuilder<T, int> rule, int least, int most) =>
        rule.Must(value => value >= least && value <= most).Refuse(Domain.Refusals.NumberRange, least, most, 0);

    public static IRuleBuilderOptions<T, int?> Count<T>(this IRuleBuilder<T, int?> rule, int least, int most) =>
        rule.Must(value => value is null || (value >= least && value <= most)).Refuse(Domain.Refusals.NumberRange, least, most, 0);

    public static IRuleBuilderOptions<T, string> IsCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(IsCode).Refuse(Domain.Refusals.WrongType, "1–40 个字母、数字、- 或 _", "1-40 letters, digits, - or _");

    public static bool IsCode(string code) =>
        code.Length is >= 1 and <= 40 && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    public static IRuleBuilderOptions<T, GeoPoint> InChina<T>(this IRuleBuilder<T, GeoPoint> rule) =>
        rule.Must(point => point.IsPlausible).Refuse(Domain.Refusals.ImplausiblePoint);

    public static IRuleBuilderOptions<T, string> IsPlate<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => Plate.TryParse(text, out _)).WithState((_, text) => Domain.Refusals.UnreadablePlate.At("", Shorten(text)));

    public static IRuleBuilderOptions<T, TProperty> Refuse<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule,
        RefusalKind kind,
        params object?[] values
    ) => rule.WithErrorCode(kind.Code).WithState(_ => kind.At("", values));

    public static IReadOnlyList<Refusal> Refusals(ValidationResult result) =>
        [.. result.Errors.Select(error => ((Refusal)error.CustomState) with { Pointer = Pointer(error.PropertyName) })];

    /// <summary>The input, shortened so that a sentence can quote it.</summary>
    public static string Shorten(string? text) =>
        text is null ? ""
        : text.Length <= 20 ? text
        : string.Concat(text.AsSpan(0, 20), "…");

    private static string Pointer(string path)
    {
        var pointer = new StringBuilder();
        foreach (var part in path.Split('.', '['))
        {
            if (part.Length > 0)
            {
                pointer.Append('/').Append(part[^1] == ']' ? part[..^1] : JsonNamingPolicy.CamelCase.ConvertName(part));
            }
        }

        return pointer.ToString();
    }

    [GeneratedRegex(@"^[+-]?[0-9](\.[0-9]+)?E[+-][0-9]{2,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex ShortenedNumber();
}
