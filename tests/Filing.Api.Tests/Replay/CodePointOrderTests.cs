using FilingApi.Replay;

namespace FilingApi.Tests.Replay;

public sealed class CodePointOrderTests
{
    [Theory]
    [InlineData("", "a")]
    [InlineData("a", "ab")]
    [InlineData("e10/1", "e9/1")]
    [InlineData("B", "a")]
    [InlineData("湘A2", "湘B1")]
    [InlineData("\uFF21", "\U00020000")]
    [InlineData("x\uE000", "x\U0001F69A")]
    [InlineData("\U0001F69A", "\U0001F69B")]
    [InlineData("\U0001F69A", "\U00020000")]
    public void The_smaller_code_point_comes_first(string first, string second)
    {
        Assert.True(CodePointOrder.Instance.Compare(first, second) < 0);
        Assert.True(CodePointOrder.Instance.Compare(second, first) > 0);
        Assert.Equal(0, CodePointOrder.Instance.Compare(first, first));
    }

    [Fact]
    public void Nothing_comes_before_everything()
    {
        Assert.True(CodePointOrder.Instance.Compare(null, "") < 0);
        Assert.True(CodePointOrder.Instance.Compare("", null) > 0);
        Assert.Equal(0, CodePointOrder.Instance.Compare(null, null));
    }

    [Fact]
    public void It_agrees_with_the_order_of_the_runes()
    {
        int[] points = [0x20, 0x41, 0xD7FF, 0xE000, 0xFF21, 0xFFFD, 0x10000, 0x1F69A, 0x10FFFF];
        var texts = points.SelectMany(a => points.Select(b => char.ConvertFromUtf32(a) + char.ConvertFromUtf32(b))).ToList();

        var sorted = texts.AsEnumerable().Reverse().Order(CodePointOrder.Instance);

        Assert.Equal(texts, sorted);
    }
}
