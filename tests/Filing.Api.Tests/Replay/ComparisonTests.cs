using FilingApi.Replay;

namespace FilingApi.Tests.Replay;

public sealed class ComparisonTests
{
    private const string Day = """
        { "filings": { "f1": { "status": "recorded", "dueAt": "2026-09-24T17:30:00+08:00", "overdue": false, "refused": false } },
          "checks": { "c1": { "code": "filed", "colour": "green" } },
          "sightings": { "s1": "pending", "s2": "ignored" },
          "runs": [ { "plate": "湘A1", "colour": null, "first": "2026-09-24T12:00:00+08:00", "last": "2026-09-24T12:30:00+08:00",
                      "sightings": [ "s1", "s3" ], "codes": [ "pending", "too-late" ] },
                    { "plate": "湘A2", "colour": "blue", "first": "2026-09-24T12:00:00+08:00", "last": "2026-09-24T12:00:00+08:00",
                      "sightings": [ "s4" ], "codes": [ "pending" ] } ],
          "leads": [ { "kind": "no-receipt", "trip": "f1/1", "plate": "湘A1" },
                     { "kind": "unfiled-load", "plate": "湘A1" }, { "kind": "unfiled-load", "plate": "湘A1" } ] }
        """;

    [Fact]
    public void The_same_day_has_no_difference() => Assert.Empty(Compare(Day));

    [Fact]
    public void Equal_instants_in_different_offsets_are_equal() =>
        Assert.Empty(
            Compare(
                Day.Replace("T17:30:00+08:00", "T09:30:00.000Z", StringComparison.Ordinal)
                    .Replace("T12:00:00+08:00", "T04:00:00+00:00", StringComparison.Ordinal)
            )
        );

    [Theory]
    [InlineData("\"recorded\"", "\"expired\"", "filings.f1.status: expected \"recorded\", got \"expired\"")]
    [InlineData(
        "T17:30:00+08:00",
        "T17:30:00+00:00",
        "filings.f1.dueAt: expected \"2026-09-24T17:30:00+08:00\", got \"2026-09-24T17:30:00+00:00\""
    )]
    [InlineData("\"2026-09-24T17:30:00+08:00\"", "null", "filings.f1.dueAt: expected \"2026-09-24T17:30:00+08:00\", got null")]
    [InlineData("\"overdue\": false", "\"overdue\": true", "filings.f1.overdue: expected false, got true")]
    [InlineData("\"refused\": false", "\"refused\": \"false\"", "filings.f1.refused: expected false, got \"false\"")]
    [InlineData(", \"refused\": false", "", "filings.f1.refused: expected false, got nothing")]
    [InlineData("\"f1\": {", "\"f0\": {}, \"f1\": {", "filings.f0: expected nothing, got {}")]
    [InlineData("\"green\"", "\"amber\"", "checks.c1.colour: expected \"green\", got \"amber\"")]
    [InlineData("\"s1\": \"pending\"", "\"s1\": \"returned\"", "sightings.s1: expected \"pending\", got \"returned\"")]
    [InlineData(", \"s2\": \"ignored\"", "", "sightings.s2: expected \"ignored\", got nothing")]
    [InlineData(
        "T12:30:00+08:00",
        "T12:31:00+08:00",
        "runs[湘A1 no colour 2026-09-24T12:00:00+08:00].last: expected \"2026-09-24T12:30:00+08:00\", got \"2026-09-24T12:31:00+08:00\""
    )]
    [InlineData(
        "[ \"s1\", \"s3\" ]",
        "[ \"s1\" ]",
        "runs[湘A1 no colour 2026-09-24T12:00:00+08:00].sightings[1]: expected \"s3\", got nothing"
    )]
    [InlineData("[ \"s4\" ]", "[ \"s4\", \"s5\" ]", "runs[湘A2 blue 2026-09-24T12:00:00+08:00].sightings[1]: expected nothing, got \"s5\"")]
    [InlineData(
        ", { \"kind\": \"unfiled-load\", \"plate\": \"湘A1\" } ]",
        "]",
        "leads[unfiled-load 湘A1]: expected {\"kind\":\"unfiled-load\",\"plate\":\"湘A1\"}, got nothing"
    )]
    [InlineData(
        "\"leads\": [",
        "\"leads\": [ { \"kind\": \"other-plant\", \"trip\": \"f1/2\", \"plate\": \"湘A1\" },",
        "leads[other-plant f1/2]: expected nothing, got {\"kind\":\"other-plant\",\"trip\":\"f1/2\",\"plate\":\"湘A1\"}"
    )]
    [InlineData(
        "\"f1/1\", \"plate\": \"湘A1\"",
        "\"f1/1\", \"plate\": \"湘A2\"",
        "leads[no-receipt f1/1].plate: expected \"湘A1\", got \"湘A2\""
    )]
    public void A_difference_is_named_with_its_path(string expected, string got, string difference)
    {
        Assert.Contains(expected, Day, StringComparison.Ordinal);

        var found = Compare(Day.Replace(expected, got, StringComparison.Ordinal));

        Assert.Equal(difference, Assert.Single(found).ToString());
    }

    [Fact]
    public void The_order_of_codes_matters()
    {
        var found = Compare(Day.Replace("[ \"pending\", \"too-late\" ]", "[ \"too-late\", \"pending\" ]", StringComparison.Ordinal));

        Assert.Equal(["codes[0]", "codes[1]"], found.Select(difference => difference.Path.Split('.')[^1]));
    }

    [Fact]
    public void A_run_with_another_colour_is_one_missing_and_one_too_many()
    {
        var found = Compare(Day.Replace("\"colour\": null", "\"colour\": \"blue\"", StringComparison.Ordinal));

        Assert.Collection(
            found,
            missing => Assert.True(missing is { Path: "runs[湘A1 no colour 2026-09-24T12:00:00+08:00]", Got: null }),
            tooMany => Assert.True(tooMany is { Path: "runs[湘A1 blue 2026-09-24T12:00:00+08:00]", Expected: null })
        );
    }

    [Fact]
    public void A_whole_part_that_is_missing_is_found() =>
        Assert.Equal("filings", Assert.Single(Compare("{" + Day[Day.IndexOf("\"checks\"", StringComparison.Ordinal)..])).Path);

    private static IReadOnlyList<Difference> Compare(string got) => Comparison.Compare(MakeDay.Json(Day), MakeDay.Json(got));
}
