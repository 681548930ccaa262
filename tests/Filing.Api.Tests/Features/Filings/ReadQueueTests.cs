using System.Security.Claims;
using FilingApi.Features.Filings;
using FilingApi.Web;
using Microsoft.AspNetCore.Http;

namespace FilingApi.Tests.Features.Filings;

public sealed class ReadQueueTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task An_emergency_is_first_even_if_the_work_of_others_begins_before_it()
    {
        var other = await _service.Filed(Make.Filing(_service.At("08:10"), _service.At("10:00"), Make.Plate(8)));
        var number = await _service.Filed(Make.Filing(_service.At("09:30"), _service.At("11:00"), emergency: true));

        var queue = await Ask();

        Assert.Equal([number, other], queue.Lines.Select(line => line.Filing.Number).Where(one => one == number || one == other));
        Assert.Equal([number], queue.Emergencies.Select(line => line.Filing.Number).Where(one => one == number));
    }

    [Fact]
    public async Task What_begins_before_the_answer_is_due_comes_before_what_is_due_earlier_than_it_begins()
    {
        var later = await _service.Filed(Make.Filing(_service.At("09:00", 9), _service.At("10:00", 9), Make.Plate(2)));
        var sooner = await _service.Filed(Make.Filing(_service.At("08:30"), _service.At("10:00"), Make.Plate(3)));

        var lines = (await Ask()).Lines.Where(line => line.Filing.Number == later || line.Filing.Number == sooner).ToList();

        Assert.Equal([(sooner, true), (later, false)], lines.Select(line => (line.Filing.Number, line.BeginsBeforeAnswer)));
    }

    [Fact]
    public async Task What_is_overdue_is_not_due_soon()
    {
        var number = await _service.Filed(Make.Filing(_service.At("09:00", 9), _service.At("10:00", 9), Make.Plate(4)));
        var due = (await _service.Filing(number))["dueAt"]!;
        var at = DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture);
        (bool Soon, bool Overdue) IsThere(ReadQueue.Queue queue) =>
            (Of(queue, number).Is(ReadQueue.Filter.Soon), Of(queue, number).Is(ReadQueue.Filter.Overdue));

        var soon = IsThere(await Ask(at.AddMinutes(-90)));
        var over = IsThere(await Ask(at.AddMinutes(1)));

        Assert.Equal((true, false), soon);
        Assert.Equal((false, true), over);
    }

    [Fact]
    public async Task What_is_overdue_or_an_emergency_or_has_a_conflict_is_not_recorded_together_with_others()
    {
        var plain = await _service.Filed(Make.Filing(_service.At("09:00", 9), _service.At("10:00", 9), Make.Plate(5)));
        var urgent = await _service.Filed(Make.Filing(_service.At("09:00"), _service.At("10:00"), Make.Plate(6), emergency: true));
        var first = await _service.Filed(Make.Filing(_service.At("09:00", 8), _service.At("10:00", 8), Make.Plate(7)));
        var elsewhere = Make.Filing(_service.At("09:00", 8), _service.At("10:00", 8), Make.Plate(7), Make.OtherSite);
        var second = await _service.Filed(elsewhere);

        var today = await Ask();
        var weekLater = await Ask(_service.At("08:00", 7));

        Assert.Equal([true, false, false, false], new[] { plain, urgent, first, second }.Select(number => Of(today, number).IsPlain));
        Assert.False(Of(weekLater, plain).IsPlain);
    }

    private Task<ReadQueue.Queue> Ask(DateTimeOffset? now = null) =>
        _service.Look(db =>
            ReadQueue.Find(new ReadQueue.Asked(), db, Station, now ?? _service.Clock.GetUtcNow(), TestContext.Current.CancellationToken)
        );

    private static ReadQueue.Line Of(ReadQueue.Queue queue, string number) => queue.Lines.Single(line => line.Filing.Number == number);

    internal static Caller Station =>
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
