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

    [Fact]
    public void A_contact_sent_back_masked_is_the_one_that_was_read()
    {
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
        var (body, known) = (Make.Body(now, now), new Contact("张三", "13812348000"));

        var meant = (body with { Contact = new Contact("张*", "138****8000") }).Unmasked(null, known);
        var other = (body with { Contact = new Contact("李*", "138****8000") }).Unmasked(known);

        Assert.Equal(new Contact("张*", "138****8000"), known.Masked());
        Assert.Equal(known, meant.Contact);
        Assert.Equal(new Contact("李*", "138****8000"), other.Contact);
    }
}
