namespace FilingApi.Settings;

/// <summary>How many requests a minute one caller may make: an account, or an address where nobody is signed in. 0: no limit.</summary>
public sealed record Limits
{
    public static readonly Limits None = new()
    {
        Account = 0,
        Anyone = 0,
        PublicChecks = 0,
        Tokens = 0,
    };

    public int Account { get; init; } = 60_000;
    public int Anyone { get; init; } = 6_000;
    public int PublicChecks { get; init; } = 1_200;
    public int Tokens { get; init; } = 300;
}
