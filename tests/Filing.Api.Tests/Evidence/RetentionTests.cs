using Contracts.Delivery;
using DispatchWorker.Data;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Evidence;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Evidence;

public sealed class RetentionTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task Each_thing_goes_when_its_time_is_over_and_the_chain_is_still_proved()
    {
        var at = service.NewDay();
        var asked = await Questions();
        await at.Camera.Post("sightings", new[] { Make.Sighting("red-1", Make.Plate(1), at.At("08:00")) }).MustBe(202);
        await at.Recorded(Make.Plate(2));
        at.Move("09:30");
        await at.Camera.Post("sightings", new[] { Make.Sighting("green-1", Make.Plate(2), at.At("09:30")) }).MustBe(202);
        await at.Clerk.Post("filings", Make.Filing(at.At("13:00"), at.At("14:00"), Make.Plate(3)), ("Idempotency-Key", "kept")).MustBe(201);
        await at.Ask("湘A10001");
        await at.LoggedQuestion("湘A10001");
        await at.Settle();
        at.Move("09:30", 1);
        await at.Ask("湘A10002");
        await at.LoggedQuestion("湘A10002");
        Assert.True(await Inbox() > 0);

        await Later(6);
        Assert.True(await at.Look(db => db.Answers.AnyAsync()));
        await Later(9);
        Assert.False(await at.Look(db => db.Answers.AnyAsync()));
        await Later(16);
        Assert.Equal(0, await Inbox());
        await Later(88);
        Assert.Equal(["green-1", "red-1"], await Seen());
        await Later(92);
        Assert.Equal(["red-1"], await Seen());
        Assert.Equal(["red-1"], await SeenByWorker());
        Assert.Equal(asked + 2, await Questions());
        await Later(190);
        Assert.Equal(1, await Questions());

        using var copy = new StoreCopy();
        await using var filing = await at.Get<IDbContextFactory<FilingDb>>().CreateDbContextAsync();
        await using var questions = await at.Get<IDbContextFactory<QuestionDb>>().CreateDbContextAsync();
        copy.Take(filing, "filing.db");
        copy.Take(questions, "questions.db");
        Assert.All(StoreProof.Of(copy.Folder), proof => Assert.Null(proof.Broken));
        Assert.True(await at.Look(db => db.Timeline.AnyAsync(act => act.Subject == SubjectKind.Questions && act.Act == "deleted")));
        copy.Run("questions.db", "UPDATE heads SET Hash = zeroblob(32)");
        Assert.NotNull(copy.Broken("questions"));
    }

    private async Task Later(int days)
    {
        service.Move("04:00", days);
        await service.Settle();
    }

    private Task<List<string>> Seen() => service.Look(db => db.Sightings.Select(row => row.SenderId).OrderBy(id => id).ToListAsync());

    private async Task<List<string>> SeenByWorker()
    {
        await using var db = await service.Get<IDbContextFactory<DispatchDb>>().CreateDbContextAsync();
        return await db.Sightings.Select(row => row.SenderId).OrderBy(id => id).ToListAsync();
    }

    private async Task<int> Questions()
    {
        await using var db = await service.Get<IDbContextFactory<QuestionDb>>().CreateDbContextAsync();
        return await db.Questions.CountAsync();
    }

    private async Task<int> Inbox()
    {
        await using var db = await service.Get<IDbContextFactory<DispatchDb>>().CreateDbContextAsync();
        return await db.Set<InboxRow>().CountAsync() + await service.Look(filing => filing.Set<InboxRow>().CountAsync());
    }
}
