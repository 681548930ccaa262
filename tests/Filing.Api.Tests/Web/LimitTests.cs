using FilingApi.Replay;
using FilingApi.Settings;

namespace FilingApi.Tests.Web;

public sealed class LimitTests
{
    [Fact]
    public async Task A_caller_over_its_limit_gets_the_time_to_wait()
    {
        var folder = Directory.CreateTempSubdirectory("limit-").FullName;
        await using (
            var app = await Service.Start(
                new ServiceSettings
                {
                    DataFolder = folder,
                    Durable = false,
                    Clock = new VirtualClock(SmallTown.Start),
                    Quiet = true,
                    Limits = new Limits { PublicChecks = 2 },
                }
            )
        )
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            var anyone = new Api(http, () => new Uri($"{app.Urls.First()}/api/v1/"), null);

            var first = await anyone.Get("public/checks/x");
            await anyone.Get("public/checks/x");
            var third = await anyone.Get("public/checks/x");

            Assert.Equal((200, "1"), (first.Status, first.Headers.GetValues("RateLimit-Remaining").Single()));
            Assert.Equal("429 SEC-007", third.Said);
            Assert.NotNull(third.Headers.RetryAfter);
            Assert.Equal(200, (await anyone.Get("keys")).Status);
        }

        Directory.Delete(folder, recursive: true);
    }
}
