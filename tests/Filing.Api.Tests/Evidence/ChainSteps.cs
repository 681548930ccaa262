using FilingApi.Data;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Evidence;

/// <summary>Fills the books of one or two days, and copies the stores.</summary>
internal static class ChainSteps
{
    public static async Task LinkTwoDays(this TestService service)
    {
        await service.LinkDay();
        await service.LinkDay();
    }

    public static async Task LinkDay(this TestService service)
    {
        service.NewDay();
        await service.Recorded();
        await service.Recorded(Make.Plate(2));
        await service.Admin.Post("towns", new { code = $"T{service.Today:MMdd}", name = "镇" }).MustBe(201);
        await service.Admin.Post("towns", new { code = $"U{service.Today:MMdd}", name = "镇" }).MustBe(201);
        for (var i = 0; i < 2; i++)
        {
            var raw = $"湘A1{service.Today.DayOfYear:000}{i}";
            await service.Ask(raw, "lat=28.2&lon=113.28&activity=working");
            await service.LoggedQuestion(raw);
        }
    }

    public static async Task<StoreCopy> CopyStores(this TestService service)
    {
        var copy = new StoreCopy();
        await using var filing = await service.Get<IDbContextFactory<FilingDb>>().CreateDbContextAsync();
        await using var questions = await service.Get<IDbContextFactory<QuestionDb>>().CreateDbContextAsync();
        copy.Take(filing, "filing.db");
        copy.Take(questions, "questions.db");
        return copy;
    }
}
