using FilingApi.Domain;

namespace FilingApi.Tests.Domain;

/// <summary>Codes of the standard, and made-up ones of a series that does not exist.</summary>
public sealed class UsccTests
{
    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("91430181YYYY00012B")]
    [InlineData("91430181YYYY000206")]
    [InlineData("91430181YYYY00047X")]
    [InlineData("91430181YYYY002150")]
    [InlineData("92430181YYYY0008X3")]
    [InlineData("12430181YYYY00063Q")]
    [InlineData("91 430181 yyyy0001 2 b")]
    [InlineData("９１４３０１８１ＹＹＹＹ０００１２Ｂ")]
    public void A_code_with_both_checks_is_one(string text)
    {
        var code = Uscc.Normalise(text)!;

        Assert.True(Uscc.IsValid(code) && Uscc.HasItsLastDigit(code), code);
    }

    /// <summary>One that is registered so.</summary>
    [Fact]
    public void A_wrong_last_digit_alone_refuses_nobody()
    {
        Assert.True(Uscc.IsValid("91350203M0001QKT19"));
        Assert.False(Uscc.HasItsLastDigit("91350203M0001QKT19"));
    }

    [Theory]
    [InlineData("91350100M000100Y4Z")]
    [InlineData("111111111111111111")]
    [InlineData("9111000060003IOZSV")]
    [InlineData("91430181YYYY00012")]
    [InlineData("91430181YYYY00012B1")]
    [InlineData("362322198709086409")]
    [InlineData("91430181YYYY00013B")]
    [InlineData("9143018AYYYY00012B")]
    [InlineData("个人")]
    public void Anything_else_is_none(string text) => Assert.False(Uscc.IsValid(Uscc.Normalise(text)!));
}
