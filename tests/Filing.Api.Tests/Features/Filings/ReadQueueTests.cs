using System.Security.Claims;
using FilingApi.Features.Filings;
using FilingApi.Web;
using Microsoft.AspNetCore.Http;

namespace FilingApi.Tests.Features.Filings;

public sealed class ReadQueueTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task An_emergency_is_first_even_if_others_are_due_before_it()
    {
        for (var i = 0; i <= ReadQueue.Most; i++)
        {
            await _service.Filed(Make.Filing(_service.At("09:00", 9), _service.At("10:00", 9)));
        }

        _service.Move("09:00", 7);
        var number = await _service.Filed(Make.Filing(_service.At("09:30", 7), _service.At("11:00", 7), emergency: true));
        await _service.Settle();

        var lines = await _service.Look(db => ReadQueue.Find(db, Station, _service.At("09:00", 7), TestContext.Current.CancellationToken));

        Assert.Equal(ReadQueue.Most, lines.Count);
        Assert.Equal(number, lines[0].Filing.Number);
        Assert.True(lines[1].Filing.DueAt < lines[0].Filing.DueAt);
    }

    private static Caller Station =>
        new(
            new DefaultHttpContext
            {
                User = new ClaimsPrincipal(
                    new ClaimsIdentity(
                        [
                            new Claim(ClaimTypes.Name, "station"),
                            new Claim(Caller.RoleClaim, "station"),
                            new Claim(Caller.TownClaim, SmallTown.TownA),
                        ],
                        "test"
                    )
                ),
            }
        );
}
