using FilingApi.Replay;

namespace FilingApi.Tests.Replay;

public sealed class PerformActsTests
{
    private const string Common = """ "at": "2026-09-24T07:00:00+08:00", "by": "clerk", "note": "nobody knows this", """;
    private readonly ScriptedService _service = new();
    private readonly Journal _journal = new();

    [Theory]
    [InlineData(
        """{ "do": "submit", "ref": "f9", "filing": { "m3": 8.0, "submit": false, "note": "罐\u0041" } }""",
        """POST filings {"m3":8.0,"note":"罐\u0041","submit":true}"""
    )]
    [InlineData(
        """{ "do": "resubmit", "ref": "f1", "filing": { "m3": 8.0 } }""",
        """PUT filings/XW-1 { "m3": 8.0 }""",
        "POST filings/XW-1/submission {}"
    )]
    [InlineData("""{ "do": "record", "ref": "f1" }""", "POST filings/XW-1/record {}")]
    [InlineData("""{ "do": "record", "ref": "f1", "overrideReason": "x" }""", """POST filings/XW-1/record {"overrideReason":"x"}""")]
    [InlineData("""{ "do": "return", "ref": "f1", "defects": [ "a" ] }""", """POST filings/XW-1/return {"defects":[ "a" ]}""")]
    [InlineData("""{ "do": "refuse", "ref": "f1", "reason": "x" }""", """POST filings/XW-1/refusal {"reason":"x"}""")]
    [InlineData("""{ "do": "revoke", "ref": "f1", "reason": "x" }""", """POST filings/XW-1/revocation {"reason":"x"}""")]
    [InlineData("""{ "do": "withdraw", "ref": "f1" }""", "POST filings/XW-1/withdrawal {}")]
    [InlineData(
        """{ "do": "order", "ref": "o9", "job": { "m3": 6.0 }, "plate": "湘A1", "return": "r" }""",
        """POST orders {"job":{ "m3": 6.0 },"plate":"湘A1","return":"r"}"""
    )]
    [InlineData("""{ "do": "cancel", "ref": "o1", "reason": "x" }""", """POST orders/DD-1/cancellation {"reason":"x"}""")]
    [InlineData(
        """{ "do": "load", "ref": "f1", "trip": 2, "plate": "湘A1", "m3": 5.50 }""",
        """POST trips/XW-1-2/loading {"plate":"湘A1","m3":5.50}"""
    )]
    [InlineData(
        """{ "do": "load", "ref": "o1", "trip": 1, "plate": "湘A1", "m3": 5 }""",
        """POST trips/DD-1-1/loading {"plate":"湘A1","m3":5}"""
    )]
    [InlineData(
        """{ "do": "receive", "ref": "f1", "trip": 1, "net": 3, "plate": "湘A1", "plant": "P1", "m3": 5 }""",
        """POST trips/XW-1-1/receipt {"plate":"湘A1","plant":"P1","m3":5,"net":3}"""
    )]
    [InlineData("""{ "do": "reject", "ref": "f1", "trip": 1, "reason": "x" }""", """POST trips/XW-1-1/rejection {"reason":"x"}""")]
    [InlineData(
        """{ "do": "arrive", "plate": "湘A1", "colour": null, "plant": "P1", "m3": 5 }""",
        """POST receipts {"plate":"湘A1","colour":null,"plant":"P1","m3":5}"""
    )]
    [InlineData("""{ "do": "check", "id": "c1", "plate": "AB1" }""", "GET checks/AB1")]
    [InlineData(
        """
            { "do": "check", "id": "c1", "plate": "A/B 1", "colour": "blue", "asOf": "2026-09-24T07:00:00+08:00",
              "activity": "working", "point": { "lat": 28.20, "lon": 113.2 } }
            """,
        "GET checks/A%2FB%201?colour=blue&at=2026-09-24T07%3A00%3A00%2B08%3A00&activity=working&lat=28.20&lon=113.2"
    )]
    [InlineData(
        """{ "do": "sight", "sightings": [ { "id": "s1", "confidence": 0.80 } ] }""",
        """POST sightings [ { "id": "s1", "confidence": 0.80 } ]"""
    )]
    public async Task An_act_is_the_call_of_the_contract(string act, params string[] calls)
    {
        _service.On("POST filings", 201, """{ "number": "XW-9" }""").On("POST orders", 201, """{ "number": "DD-9" }""");
        foreach (var check in calls.Where(call => call.StartsWith("GET", StringComparison.Ordinal)))
        {
            _service.On(check, 200, """{ "code": "filed", "colour": "green" }""");
        }

        await Perform(act);

        Assert.Equal(calls.Select(call => $"clerk {call}"), _service.Asked);
        Assert.Empty(_journal.Notes);
    }

    [Theory]
    [InlineData("""{ "do": "resubmit", "ref": "f0", "filing": {} }""")]
    [InlineData("""{ "do": "record", "ref": "f0" }""")]
    [InlineData("""{ "do": "receive", "ref": "never", "trip": 1 }""")]
    [InlineData("""{ "do": "cancel", "ref": "f1" }""")]
    public async Task An_act_on_what_never_came_to_be_is_noted_without_a_call(string act)
    {
        _service.On("POST filings", 422, """{ "code": "FIL-201", "detail": "Too long a window." }""");
        await Perform("""{ "do": "submit", "ref": "f0", "filing": {} }""");

        await Perform(act);

        Assert.Single(_service.Asked);
        Assert.Equal(["FIL-201", Note.NotCalled], _journal.Notes.Select(note => note.Code));
        Assert.True(_journal.Filings.TryGetValue("f0", out var filed) && filed is null);
    }

    [Fact]
    public async Task A_refused_change_is_not_submitted()
    {
        _service.On("PUT filings/XW-1", 409, """{ "code": "FIL-301" }""");

        await Perform("""{ "do": "resubmit", "ref": "f1", "filing": {} }""");

        Assert.Single(_service.Asked);
        Assert.Equal("FIL-301", Assert.Single(_journal.Notes).Code);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(302)]
    public async Task What_no_day_contains_stops_the_replay(int status)
    {
        _service.On("POST receipts", status, "{}");

        var stopped = await Assert.ThrowsAsync<ReplayStoppedException>(() => Perform("""{ "do": "arrive" }"""));

        Assert.Contains($"HTTP {status}", stopped.Message, StringComparison.Ordinal);
    }

    private async Task Perform(string act)
    {
        _journal.Filed("f1", "XW-1", "clerk");
        _journal.Ordered("o1", "DD-1");
        var caller = await ScriptedService.WithTokens(_service.Caller, "clerk");
        await new PerformActs(caller, _journal).Perform(MakeDay.Act("{" + Common + act[1..]), CancellationToken.None);
    }
}
