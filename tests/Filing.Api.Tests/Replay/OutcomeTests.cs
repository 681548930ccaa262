using System.Text.Json;
using FilingApi.Replay;

namespace FilingApi.Tests.Replay;

public sealed class OutcomeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 24, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Runs_are_sorted_by_plate_then_first_and_their_sightings_by_id()
    {
        var outcome = MakeDay.Outcome(
            runs:
            [
                new("湘B1", "blue", Noon, Noon, ["s1"], ["pending"]),
                new("湘A1", "blue", Noon.AddHours(2), Noon.AddHours(2), ["s2"], ["pending"]),
                new("湘A1", null, Noon, Noon, ["s9", "s10", "S9", "\U00020000", "\uFF21"], ["too-late", "pending"]),
            ]
        );

        var sorted = outcome.Sorted();

        Assert.Equal([("湘A1", Noon), ("湘A1", Noon.AddHours(2)), ("湘B1", Noon)], sorted.Runs.Select(run => (run.Plate, run.First)));
        Assert.Equal(["S9", "s10", "s9", "\uFF21", "\U00020000"], sorted.Runs[0].Sightings);
        Assert.Equal(["too-late", "pending"], sorted.Runs[0].Codes);
    }

    [Fact]
    public void Leads_are_sorted_by_kind_then_trip_or_plate()
    {
        var outcome = MakeDay.Outcome(
            leads:
            [
                new("unfiled-load", null, "湘B1"),
                new("no-receipt", "e9/1", "湘A1"),
                new("unfiled-load", null, "湘A1"),
                new("no-receipt", "e10/1", "湘B1"),
            ]
        );

        var sorted = outcome.Sorted();

        Assert.Equal(["e10/1", "e9/1", "湘A1", "湘B1"], sorted.Leads.Select(lead => lead.Trip ?? lead.Plate));
    }

    [Fact]
    public void It_is_written_in_the_shape_of_the_contract()
    {
        var outcome = MakeDay.Outcome(
            filings: new() { ["f1"] = new("recorded", Noon, true, false), ["f2"] = FilingOutcome.None },
            runs: [new("湘A1", null, Noon, Noon, ["s1"], ["pending"])],
            leads: [new("unfiled-load", null, "湘A1"), new("no-receipt", "f1/1", "湘A1")]
        );

        using var json = JsonDocument.Parse(outcome.ToJson());

        Assert.Equal(
            """{"filings":{"f1":{"status":"recorded","dueAt":"2026-09-24T12:00:00+08:00","overdue":true,"refused":false}"""
                + ""","f2":{"status":"none","dueAt":null,"overdue":false,"refused":true}},"checks":{},"sightings":{}"""
                + ""","runs":[{"plate":"湘A1","colour":null"""
                + ""","first":"2026-09-24T12:00:00+08:00","last":"2026-09-24T12:00:00+08:00","sightings":["s1"],"codes":["pending"]}]"""
                + ""","leads":[{"kind":"unfiled-load","plate":"湘A1"},{"kind":"no-receipt","trip":"f1/1","plate":"湘A1"}]}""",
            JsonSerializer.Serialize(json.RootElement, Outcome.OneLine)
        );
    }

    [Fact]
    public void A_fraction_of_a_second_is_kept()
    {
        Assert.Equal("2026-09-24T12:00:00.001+08:00", Instant.Write(Noon.AddMilliseconds(1)));
        Assert.True(Instant.TryParse("2026-09-24T04:00:00.001Z", out var read));
        Assert.Equal(Noon.AddMilliseconds(1), read);
        Assert.False(Instant.TryParse("2026-09-24T12:00:00", out _));
    }
}
