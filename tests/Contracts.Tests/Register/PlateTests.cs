using System.Text.Json;
using Contracts.Register;

namespace Contracts.Tests.Register;

public sealed class PlateTests
{
    public sealed record Vector(string Input, string Normalised, bool Valid);

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static TheoryData<string, string, bool> Vectors()
    {
        var vectors = JsonSerializer.Deserialize<Vector[]>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", "plates.json")),
            Web
        )!;
        return [.. vectors.Select(vector => new TheoryDataRow<string, string, bool>(vector.Input, vector.Normalised, vector.Valid))];
    }

    [Fact]
    public void Every_vector_is_there() => Assert.Equal(47, Vectors().Count);

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_vector_gives_what_it_says(string input, string normalised, bool valid)
    {
        var parsed = Plate.TryParse(input, out var plate);

        Assert.Equal(valid, parsed);
        Assert.Equal(normalised, Plate.Normalise(input));
        Assert.Equal(valid ? normalised : null, plate.Value);
    }

    [Theory]
    [InlineData("遼A12345", "辽A12345")]
    [InlineData("瓊A12345", "琼A12345")]
    [InlineData("湘A\u200B123\uFEFF45", "湘A12345")]
    [InlineData("湘A—123_45", "湘A12345")]
    [InlineData("湘A\u3000123\t45", "湘A12345")]
    public void Other_spellings_of_a_plate_are_the_same_plate(string raw, string stored) => Assert.Equal(stored, Plate.Parse(raw).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("湘A1234\uD800")]
    [InlineData("湘A1234\uFFFE")]
    [InlineData("湘A1234\uFFFF")]
    [InlineData("湘A12345\n湘A12345")]
    [InlineData("湘A1234٥")]
    public void Text_that_is_no_plate_is_refused_without_an_exception(string? raw) => Assert.False(Plate.TryParse(raw, out _));

    [Fact]
    public void Input_longer_than_any_spelling_is_not_examined()
    {
        var longest = "湘A12345" + new string(' ', Plate.LongestInput - 7);

        Assert.True(Plate.TryParse(longest, out _));
        Assert.False(Plate.TryParse(longest + " ", out _));
    }

    [Fact]
    public void A_plate_is_shown_with_its_dot_and_masked_for_strangers()
    {
        var plate = Plate.Parse("湘A12345");

        Assert.Equal("湘A·12345", plate.Display);
        Assert.Equal("湘A***45", plate.Masked);
    }
}
