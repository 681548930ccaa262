using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Web;

/// <summary>The same key and body give the same answer and no second effect; what is stale is 412.</summary>
public sealed class IdempotencyTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();
    private readonly (string, string) _key = ("Idempotency-Key", Guid.NewGuid().ToString());

    [Fact]
    public async Task The_same_key_and_body_give_the_same_answer_and_one_filing()
    {
        var body = Make.Filing(_service.At("09:00"), _service.At("12:00"));
        var first = await _service.Clerk.Post("filings", body, _key);
        var rows = await _service.Rows();
        _service.Move("09:30");

        var again = await _service.Clerk.Post("filings", body, _key);

        Assert.Equal((201, first.Text, first.ETag, first.ContentType), (again.Status, again.Text, again.ETag, again.ContentType));
        Assert.Equal(rows, await _service.Rows());
    }

    [Fact]
    public async Task The_same_key_with_another_body_or_path_is_refused()
    {
        var number = await _service.Filed();
        var body = Make.Filing(_service.At("09:00"), _service.At("12:00"));
        await _service.Clerk.Post("filings", body, _key).MustBe(201);
        var rows = await _service.Rows();
        body["m3"] = 9;

        var (otherBody, otherPath) = (
            await _service.Clerk.Post("filings", body, _key),
            await _service.Clerk.Post($"filings/{number}/withdrawal", null, _key)
        );

        Assert.Equal("422 FIL-022", otherBody.Said);
        Assert.Equal("422 FIL-022", otherPath.Said);
        Assert.Equal(rows, await _service.Rows());
    }

    [Fact]
    public async Task Keys_are_each_accounts_own()
    {
        var body = Make.Filing(_service.At("09:00"), _service.At("12:00"));
        var first = await _service.Clerk.Post("filings", body, _key);

        var other = await _service.Clerk2.Post("filings", body, _key);

        Assert.Equal(201, other.Status);
        Assert.NotEqual(first["number"], other["number"]);
    }

    [Fact]
    public async Task A_refusal_of_the_domain_is_kept_too()
    {
        var body = Make.Filing(_service.At("09:00"), _service.At("12:00"), Make.Stranger);
        var number = await _service.Recorded();
        var other = ("Idempotency-Key", Guid.NewGuid().ToString());

        var (first, again) = (await _service.Clerk.Post("filings", body, _key), await _service.Clerk.Post("filings", body, _key));
        var (move, movedAgain) = (
            await _service.Station.Post($"filings/{number}/record", null, other),
            await _service.Station.Post($"filings/{number}/record", null, other)
        );

        Assert.Equal(("422 FIL-110", first.Text), (first.Said, again.Text));
        Assert.Equal(("409 FIL-201", move.Text), (move.Said, movedAgain.Text));
        Assert.Equal(2, await Kept());
    }

    [Fact]
    public async Task What_was_not_allowed_not_found_stale_or_not_understood_may_be_tried_again_with_the_same_key()
    {
        var number = await _service.Filed();

        var forbidden = await _service.Plant.Post(
            $"trips/{number}-1/receipt",
            new
            {
                plate = Make.Plate(1),
                plant = "P2",
                m3 = 1,
            },
            _key
        );
        var missing = await _service.Station.Post("filings/none/record", null, _key);
        var stale = await _service.Station.Post($"filings/{number}/record", null, _key, ("If-Match", "\"99\""));
        var broken = await _service.Station.Post($"filings/{number}/record", new { overrideReasn = "x" }, _key);
        var taken = await _service.Station.Post($"filings/{number}/record", null, _key);

        Assert.Equal(
            ["403 SEC-006", "404 FIL-020", "412 FIL-021", "400 FIL-002"],
            new[] { forbidden, missing, stale, broken }.Select(reply => reply.Said)
        );
        Assert.Equal("recorded", taken["status"]);
        Assert.Equal(1, await Kept());
    }

    [Fact]
    public async Task A_batch_of_sightings_may_be_repeated_with_its_key()
    {
        var batch = new[] { Make.Sighting(_key.Item2, Make.Plate(1), _service.At("08:00")) };
        var first = await _service.Camera.Post("sightings", batch, _key);

        var again = await _service.Camera.Post("sightings", batch, _key);

        Assert.Equal("1", first["accepted"]);
        Assert.Equal(first.Text, again.Text);
    }

    [Theory]
    [InlineData(200, 201)]
    [InlineData(201, 422)]
    public async Task A_key_has_at_most_200_characters(int length, int status)
    {
        var key = _key.Item2.PadRight(length, 'k');

        var reply = await _service.Clerk.Post("filings", Make.Filing(_service.At("09:00"), _service.At("12:00")), ("Idempotency-Key", key));

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task A_stale_version_is_412_and_changes_nothing()
    {
        var number = await _service.Filed();
        var seen = (await _service.Station.Get($"filings/{number}")).ETag!;
        await _service.Station.Post($"filings/{number}/return", new { defects = new[] { "x" } }, ("If-Match", seen)).MustBe(200);
        var before = (await _service.Filing(number)).Text;

        Reply[] stale =
        [
            await _service.Clerk.Put($"filings/{number}", Make.Filing(_service.At("10:00"), _service.At("11:00")), ("If-Match", seen)),
            await _service.Clerk.Post($"filings/{number}/submission", null, ("If-Match", seen)),
            await _service.Clerk.Post($"filings/{number}/withdrawal", null, ("If-Match", seen)),
            await _service.Station.Post($"filings/{number}/refusal", new { reason = "x" }, ("If-Match", "\"0\", \"1\"")),
            await _service.Station.Post($"filings/{number}/record", null, ("If-Match", "nonsense")),
        ];

        Assert.All(stale, reply => Assert.Equal("412 FIL-021", reply.Said));
        Assert.Equal(before, (await _service.Filing(number)).Text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*")]
    [InlineData("\"1\", \"2\"")]
    public async Task A_missing_version_a_star_or_one_of_several_is_taken(string? tag)
    {
        var number = await _service.Filed();

        var reply = await (
            tag is null ? _service.Record(number) : _service.Station.Post($"filings/{number}/record", null, ("If-Match", tag))
        );

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task Trips_and_orders_have_versions_too()
    {
        var number = await _service.Recorded();
        var order = await _service.Centre.Post("orders", Make.Order(_service.At("10:00"), _service.At("11:00"), Make.Plate(2))).MustBe(201);
        _service.Move("09:30");
        (string, string) stale = ("If-Match", "\"7\"");

        Reply[] replies =
        [
            await _service.Clerk.Post($"trips/{number}-1/loading", new { plate = Make.Plate(1), m3 = 8 }, stale),
            await _service.Plant.Post(
                $"trips/{number}-1/receipt",
                new
                {
                    plate = Make.Plate(1),
                    plant = "P1",
                    m3 = 8,
                },
                stale
            ),
            await _service.Plant.Post($"trips/{number}-1/rejection", new { reason = "x" }, stale),
            await _service.Centre.Post($"orders/{order["number"]}/cancellation", new { reason = "x" }, stale),
        ];

        Assert.All(replies, reply => Assert.Equal("412 FIL-021", reply.Said));
    }

    private Task<int> Kept() => _service.Look(db => db.Answers.CountAsync(row => row.At >= _service.At("08:00")));
}
