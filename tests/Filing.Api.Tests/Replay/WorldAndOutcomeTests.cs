using FilingApi.Replay;

namespace FilingApi.Tests.Replay;

public sealed class WorldAndOutcomeTests
{
    private readonly ScriptedService _service = new();

    [Fact]
    public async Task The_world_is_made_by_the_admin_with_the_towns_code_and_nothing_unknown()
    {
        await new CreateWorld(_service.Caller).Run(World(), "secret", CancellationToken.None);

        Assert.Equal(
            [
                """admin POST towns {"code":"430181117","name":"永安镇"}""",
                """admin POST organisations {"code":"T1","kind":"station","name":"站","town":"430181117"}""",
                """admin POST organisations {"code":"E1","kind":"enterprise","name":"厂","uscc":"X","town":"430181117"}""",
            ],
            _service.Asked.Take(3).Select(Readable)
        );
        Assert.Contains("\"payloadT\":1.50", _service.Asked[4], StringComparison.Ordinal);
        Assert.Equal(
            ["plants", "trucks", "depots", "accounts", "accounts", "accounts"],
            _service.Asked.Skip(3).Select(asked => asked.Split(' ')[2])
        );
    }

    [Fact]
    public async Task What_the_service_does_not_take_stops_the_replay()
    {
        _service.On("POST depots", 409, """{ "code": "FIL-901", "detail": "There is one already." }""");

        var stopped = await Assert.ThrowsAsync<ReplayStoppedException>(() =>
            new CreateWorld(_service.Caller).Run(World(), "secret", CancellationToken.None)
        );

        Assert.Equal("The service does not take D1 of world.json into depots: FIL-901, There is one already.", stopped.Message);
    }

    [Fact]
    public async Task The_outcome_is_read_page_by_page_in_the_days_own_words()
    {
        var journal = new Journal();
        journal.Filed("f1", "XW-1-1", "clerk");
        journal.Filed("f2", "XW-1-2", "clerk");
        journal.Sightings.Answered(
            MakeDay.Json("""[ { "id": "s1" }, { "id": "s2" } ]"""),
            MakeDay.Json("""{ "ignored": [], "refused": [] }""")
        );
        _service
            .On("GET filings/XW-1-1", 200, """{ "status": "recorded", "dueAt": "2026-09-24T17:30:00+08:00", "overdue": true }""")
            .On("GET filings/XW-1-2", 404, "{}")
            .On("GET sightings", 200, """{ "items": [ { "id": "i1", "senderId": "s1", "code": "filed" } ], "next": "a b" }""")
            .On(
                "GET sightings?cursor=a%20b",
                200,
                """{ "items": [ { "id": "i2", "senderId": "s2", "code": "doubtful" } ], "next": null }"""
            )
            .On(
                "GET runs",
                200,
                """
                { "items": [ { "plate": "湘A1", "status": "cleared" }, { "plate": "湘A1", "status": "joined" },
                  { "plate": "湘A1", "colour": null, "first": "2026-09-24T04:00:00Z", "last": "2026-09-24T04:00:00Z",
                    "sightings": [ "i2", "i1" ], "codes": [ "pending" ], "status": "open" } ] }
                """
            )
            .On(
                "GET leads",
                200,
                """
                { "items": [ { "kind": "unregistered-run", "plate": "湘A1" }, { "kind": "unfiled-load", "trip": null, "plate": "湘A2" },
                  { "kind": "no-receipt", "trip": "XW-1-1-3", "plate": "湘A1" },
                  { "kind": "no-receipt", "trip": "XW-7-1", "plate": "湘A1" } ] }
                """
            );
        var caller = await ScriptedService.WithTokens(_service.Caller, "clerk", "station", "squad");

        var refused = await Assert.ThrowsAsync<ReplayStoppedException>(() =>
            new ReadOutcome(caller, World(), journal).Run(CancellationToken.None)
        );
        _service.On("GET filings/XW-1-2", 200, """{ "status": "withdrawn", "dueAt": null, "overdue": false }""");
        var outcome = await new ReadOutcome(caller, World(), journal).Run(CancellationToken.None);

        Assert.StartsWith("The service does not show filing XW-1-2", refused.Message, StringComparison.Ordinal);
        Assert.Contains("clerk GET filings/XW-1-2", _service.Asked);
        Assert.Equal(
            new FilingOutcome("recorded", new DateTimeOffset(2026, 9, 24, 9, 30, 0, TimeSpan.Zero), true, false),
            outcome.Filings["f1"]
        );
        Assert.Equal(["filed", "doubtful"], outcome.Sightings.Values);
        Assert.Equal(["s1", "s2"], Assert.Single(outcome.Runs).Sightings);
        Assert.Equal(
            [("no-receipt", "XW-7-1"), ("no-receipt", "f1/3"), ("unfiled-load", null)],
            outcome.Leads.Select(lead => (lead.Kind, lead.Trip))
        );
    }

    [Fact]
    public async Task A_list_without_an_end_stops_the_replay()
    {
        _service
            .On("GET sightings", 200, """{ "items": [], "next": "a" }""")
            .On("GET sightings?cursor=a", 200, """{ "items": [], "next": "a" }""");
        var caller = await ScriptedService.WithTokens(_service.Caller, "squad");

        await Assert.ThrowsAsync<ReplayStoppedException>(() => new ReadOutcome(caller, World(), new Journal()).Run(CancellationToken.None));
    }

    [Fact]
    public void A_new_password_keeps_the_ordinary_rules()
    {
        var password = CreateWorld.NewPassword();

        Assert.True(
            password.Length >= 10
                && password.Any(char.IsUpper)
                && password.Any(char.IsLower)
                && password.Any(char.IsDigit)
                && !password.All(char.IsLetterOrDigit)
        );
        Assert.NotEqual(password, CreateWorld.NewPassword());
    }

    private static World World()
    {
        var folder = MakeDay.Folder(MakeDay.World, "");
        try
        {
            return DayReader.Read(folder).World;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The service writes names with escapes; a test reads better without.
    private static string Readable(string asked) => System.Text.RegularExpressions.Regex.Unescape(asked);
}
