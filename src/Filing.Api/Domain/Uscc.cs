using System.Text;

namespace FilingApi.Domain;

/// <summary>
/// The unified social credit code (GB 32100): 18 characters, the ninth to seventeenth an organisation code with its own check
/// (GB 11714).
/// </summary>
public static class Uscc
{
    private const int Length = 18;
    private const string Letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>As it is kept: upper case, half width, without spaces and hyphens.</summary>
    public static string? Normalise(string? text) =>
        text is null || !text.IsNormalized(NormalizationForm.FormC)
            ? text
            : string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => letter is not (' ' or '-'))).ToUpperInvariant();

    /// <summary>
    /// The check of the organisation code decides: it tells an ID number, whose last digit can pass. Some registered companies have a
    /// wrong last digit (91350203M0001QKT19), so that one alone refuses nobody; <see cref="HasItsLastDigit"/> says it.
    /// </summary>
    public static bool IsValid(string code) =>
        code.Length == Length && code.All(Letters.Contains) && code[2..8].All(char.IsAsciiDigit) && code[16] == OrganisationCheck(code);

    public static bool HasItsLastDigit(string code)
    {
        var (sum, weight) = (0, 1);
        foreach (var letter in code[..(Length - 1)])
        {
            sum += Letters.IndexOf(letter, StringComparison.Ordinal) * weight;
            weight = weight * 3 % Letters.Length;
        }

        return code[^1] == Letters[(Letters.Length - (sum % Letters.Length)) % Letters.Length];
    }

    private static char OrganisationCheck(string code)
    {
        var sum = OrganisationWeights.Select((weight, i) => weight * ValueOf(code[8 + i])).Sum();
        return (11 - (sum % 11)) switch
        {
            10 => 'X',
            11 => '0',
            var digit => (char)('0' + digit),
        };
    }

    private static int ValueOf(char letter) => char.IsAsciiDigit(letter) ? letter - '0' : letter - 'A' + 10;
}
