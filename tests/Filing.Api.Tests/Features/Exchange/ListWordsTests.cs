using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Features.Exchange;

/// <summary>What a cell says must mean something: no word that no rule knows, no code that is none, no error of the spreadsheet.</summary>
public sealed class ListWordsTests(TestService service) : IClassFixture<TestService>
{
    [Theory]
    [InlineData("kitchen", "added")]
    [InlineData("", "added")]
    [InlineData("kichen", "refused qualifications FIL-003")]
    [InlineData("餐厨", "refused qualifications FIL-003")]
    [InlineData("kitchen，other", "refused qualifications FIL-003")]
    [InlineData("\"kitchen,other;x\"", "refused qualifications FIL-003 qualifications FIL-003")]
    public async Task A_qualification_is_a_word_that_a_rule_knows(string words, string result)
    {
        var code = $"W{(uint)string.GetHashCode(words, StringComparison.Ordinal)}";

        var reply = await service.Csv("organisations", $"{Lists.Organisations}\n{code},hauler,甲,430181117,,,{words}\n");

        Assert.Equal([$"2 {result}"], reply.Rows());
    }

    [Fact]
    public async Task Words_may_be_parted_by_a_comma_of_either_width()
    {
        var reply = await service.Csv(
            "plants",
            "code,name,lat,lon,radiusM,accepts\nPW1,厂,28.2,113.2,300,\"septic，grease,kitchen、other\"\n"
        );

        Assert.Equal(["2 added"], reply.Rows());
        Assert.Equal(4, (await service.Look(db => db.Plants.SingleAsync(plant => plant.Code == "PW1"))).Accepts.Count);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_row_is_said_at_once()
    {
        var reply = await service.Csv(
            "organisations",
            $"{Lists.Organisations}\nQ1,hauler,甲,430181117,9.143E+17,1.39E+10,other\nQ2,hauler,#N/A,430181117,362322198709086409,,\n"
        );

        Assert.Equal(["2 refused uscc FIL-035 phone FIL-035 qualifications FIL-003", "3 refused name FIL-034 uscc FIL-042"], reply.Rows());
    }

    [Theory]
    [InlineData("#REF!")]
    [InlineData("#N/A")]
    [InlineData("#VALUE!")]
    [InlineData("#NAME?")]
    [InlineData("#DIV/0!")]
    [InlineData("######")]
    public async Task An_error_of_the_spreadsheet_is_refused_in_every_column(string word)
    {
        var cells = Enumerable.Repeat(word, 6).ToArray();
        var book = new MakeXlsx().Sheet(MakeXlsx.Row(1, Lists.Trucks.Split(',')) + MakeXlsx.Row(2, [.. cells.Select(MakeXlsx.Error)]));
        const string Refused = "2 refused plate FIL-034 colour FIL-034 owner FIL-034 tankM3 FIL-034 payloadT FIL-034 papersUntil FIL-034";

        Assert.Equal([Refused], (await service.Xlsx("trucks", book)).Rows());
        Assert.Equal([Refused], (await service.Csv("trucks", $"{Lists.Trucks}\n{string.Join(',', cells)}\n")).Rows());
    }

    [Fact]
    public async Task A_formula_without_its_value_lost_digits_and_a_date_in_the_place_of_a_text_are_refused()
    {
        var book = new MakeXlsx();
        book.Sheet(
            MakeXlsx.Row(1, Lists.Organisations.Split(','))
                + MakeXlsx.Row(2, ["Z1", "enterprise", "<c><f>B2</f></c>", "430181117"])
                + MakeXlsx.Row(3, ["Z2", "enterprise", "甲", "430181117", book.Number("911000001000013000")])
                + MakeXlsx.Row(4, [book.Number("46146", 14), "enterprise", "甲", "430181117"])
        );

        var reply = await service.Xlsx("organisations", book);

        Assert.Equal(["2 refused name FIL-034", "3 refused uscc FIL-035", "4 refused code FIL-038"], reply.Rows());
    }

    [Fact]
    public async Task One_item_sent_alone_is_held_against_the_same_rules()
    {
        var reply = await service.Admin.Post(
            "organisations",
            new
            {
                code = "Q9",
                kind = "hauler",
                name = "甲",
                town = SmallTown.TownA,
                uscc = "91430181YYYY00013B",
                phone = "1.39E+10",
                qualifications = new[] { "kitchen", "kichen" },
            }
        );

        Assert.Equal(["/phone FIL-043", "/qualifications/1 FIL-003", "/uscc FIL-042"], reply.Errors);
    }

    [Fact]
    public async Task A_code_is_kept_in_one_spelling_and_a_wrong_last_digit_is_said()
    {
        var reply = await service.Csv(
            "organisations",
            $"{Lists.Organisations}\nU1,enterprise,甲,430181117,91 430181 yyyy0001 2 b,,\nU2,enterprise,乙,430181117,91350203M0001QKT19,,\n"
        );

        Assert.Equal(["2 added", "3 added"], reply.Rows());
        Assert.Equal(
            "91430181YYYY00012B",
            await service.Look(db => db.Organisations.Where(row => row.Code == "U1").Select(row => row.Uscc).SingleAsync())
        );
        Assert.Equal(["The last digit of 91350203M0001QKT19 (U2) does not check: compare it with the licence."], reply.Notes());
    }
}
