using System.Text;
using System.Text.Json;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace FilingApi.Tests.Web;

/// <summary>When it is our fault it is said so, without our insides.</summary>
public sealed class FailureTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_store_that_cannot_be_written_is_503_and_nothing_is_half_written()
    {
        var at = service.NewDay();
        var before = await at.Rows();
        await at.Look(db =>
            db.Database.ExecuteSqlRawAsync("CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'disk full'); END")
        );

        var reply = await at.Clerk.Post("filings", Make.Filing(at.At("09:00"), at.At("12:00")));
        var after = await at.Rows();
        await at.Look(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER full"));

        Assert.Equal("503 FIL-023", reply.Said);
        Assert.DoesNotContain("disk", reply.Text, StringComparison.Ordinal);
        Assert.Equal(before, after);
        Assert.Equal("not-filed", (await at.Ask(Make.Plate(1))).Code);
        Assert.Equal(201, (await at.Clerk.Post("filings", Make.Filing(at.At("09:00"), at.At("12:00")))).Status);
    }

    [Fact]
    public async Task An_unexpected_exception_reveals_no_details()
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };

        var handled = await new FailAsProblem(NullLogger<FailAsProblem>.Instance).TryHandleAsync(
            http,
            new InvalidOperationException("secret"),
            CancellationToken.None
        );

        var text = Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());
        Assert.True(handled);
        Assert.Equal((500, Refusals.OurFault.Code), (http.Response.StatusCode, JsonElement.Parse(text).Text("code")));
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_alive_and_ready()
    {
        Assert.Equal("alive", (await service.Anyone.Get("/healthz").MustBe(200)).Text);
        Assert.Equal("ready", (await service.Anyone.Get("/readyz").MustBe(200))["status"]);
    }
}
