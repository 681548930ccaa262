using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Web;

public sealed class KeysTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_token_is_good_after_a_restart_as_long_as_the_store_has_its_key()
    {
        await service.Restart();
        var kept = await service.Station.Get("filings");
        var forgotten = await service.Look(db => db.DataProtectionKeys.ExecuteDeleteAsync());
        await service.Restart();
        var refused = await service.Station.Get("filings");

        Assert.Equal((200, 1, 401), (kept.Status, forgotten, refused.Status));
    }
}
