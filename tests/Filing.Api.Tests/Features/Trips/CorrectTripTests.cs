using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Features.Trips;

/// <summary>R12: a correction within 24 hours is a new fact beside what it replaces.</summary>
public sealed class CorrectTripTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task A_receipt_is_corrected_and_what_was_written_stays_beside_it()
    {
        var number = await Received();

        var reply = await _service.Plant.Post(
            $"trips/{number}-1/correction",
            new
            {
                m3 = 8.2,
                gross = 18_200,
                tare = 10_000,
                reason = "看错读数",
            }
        );
        var receipt = reply.Body.GetProperty("receipt");
        var correction = Assert.Single(receipt.GetProperty("corrections").EnumerateArray());

        Assert.Equal(200, reply.Status);
        Assert.Equal((8.2m, 8200), (receipt.GetProperty("m3").GetDecimal(), receipt.GetProperty("net").GetInt32()));
        Assert.Equal(("看错读数", "plant"), (correction.Text("reason"), correction.Text("by")));
        Assert.Equal((8.2m, 8m), (correction.GetProperty("m3").GetDecimal(), correction.GetProperty("was").GetProperty("m3").GetDecimal()));
        Assert.Equal("correct", await LastAct($"{number}-1"));
    }

    [Fact]
    public async Task A_correction_raises_the_lead_that_is_due_now_and_closes_none()
    {
        var number = await Received();

        await _service.Plant.Post($"trips/{number}-1/correction", new { m3 = 4, reason = "漏记小数" }).MustBe(200);
        var raised = await _service.Leads(Make.Plate(1));
        await _service.Plant.Post($"trips/{number}-1/correction", new { m3 = 8, reason = "又看错了" }).MustBe(200);

        Assert.Equal([$"volume-mismatch {number}-1"], raised);
        Assert.Equal(raised, await _service.Leads(Make.Plate(1)));
        Assert.Single((await _service.Squad.Get("leads?status=open")).Items(), lead => lead.Text("trip") == $"{number}-1");
    }

    [Fact]
    public async Task What_was_loaded_is_corrected_by_whoever_may_load()
    {
        var number = await Received();

        var reply = await _service.Clerk.Post($"trips/{number}-1/correction", new { m3 = 6, reason = "装车时看错" });
        var other = await _service.Clerk2.Post($"trips/{number}-1/correction", new { m3 = 6, reason = "装车时看错" });
        var loading = reply.Body.GetProperty("loading");

        Assert.Equal("404 FIL-020", other.Said);
        Assert.Equal(6m, loading.GetProperty("m3").GetDecimal());
        Assert.Equal(
            8m,
            Assert.Single(loading.GetProperty("corrections").EnumerateArray()).GetProperty("was").GetProperty("m3").GetDecimal()
        );
        Assert.Equal([$"volume-mismatch {number}-1"], await _service.Leads(Make.Plate(1)));
    }

    [Fact]
    public async Task A_correction_is_refused_where_there_is_nothing_to_correct_or_it_comes_too_late_or_from_another_plant()
    {
        var number = await Received(trips: 2);
        var body = new { m3 = 7, reason = "看错读数" };

        var planned = await _service.Plant.Post($"trips/{number}-2/correction", body);
        var foreign = await _service.As("plant2").Post($"trips/{number}-1/correction", body);
        _service.Clock.MoveTo(_service.At("10:00", days: 1).AddMilliseconds(1));
        var late = await _service.Plant.Post($"trips/{number}-1/correction", body);

        Assert.Equal(["409 FIL-311", "403 SEC-006", "409 FIL-312"], new[] { planned, foreign, late }.Select(reply => reply.Said));
    }

    private async Task<string> Received(int trips = 1)
    {
        var number = await _service.Recorded(trips: trips);
        _service.Move("09:30");
        await _service.Load(number, 1).MustBe(200);
        _service.Move("10:00");
        await _service.Receive(number, 1).MustBe(200);
        return number;
    }

    private Task<string> LastAct(string trip) =>
        _service.Look(db =>
            db.Timeline.Where(entry => entry.Key == trip).OrderBy(entry => entry.Id).Select(entry => entry.Act).LastAsync()
        );
}
