using FilingApi.Domain;

namespace FilingApi.Tests.Domain;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("张三", "张*")]
    [InlineData("欧阳娜娜", "欧阳**")]
    [InlineData("欧阳", "欧*")]
    [InlineData("𠮷䶮", "𠮷*")]
    [InlineData("张", "*")]
    public void A_name_keeps_its_surname(string name, string masked) => Assert.Equal(masked, Masking.Name(name));

    [Theory]
    [InlineData("13812348000", "138****8000")]
    [InlineData("83200001", "83****01")]
    [InlineData("12345", "****")]
    public void A_phone_keeps_its_ends(string phone, string masked) => Assert.Equal(masked, Masking.Phone(phone));

    [Theory]
    [InlineData("张*", true)]
    [InlineData("138****8000", true)]
    [InlineData("张三", false)]
    [InlineData("0731-8320 0001", false)]
    public void What_was_masked_is_known_by_its_stars(string text, bool isMasked) => Assert.Equal(isMasked, Masking.IsMasked(text));
}
