using FilingApi.Replay;

namespace FilingApi.Tests.Replay;

public sealed class DayReaderTests
{
    private const string Check =
        """{"at": "2026-09-24T07:00:01+08:00", "do": "check", "by": "squad", "id": "c1", "plate": "湘A26018", "mood": "passed over"}""";

    [Fact]
    public void Acts_come_in_the_order_of_the_lines_and_empty_lines_are_passed_over()
    {
        var day = Read(MakeDay.World, $"{Check}\n\n{Check.Replace("squad", "admin", StringComparison.Ordinal)}\r\n");

        Assert.Equal([(1, "squad"), (3, "admin")], day.Acts.Select(act => (act.Line, act.By)));
        Assert.Equal(new DateTimeOffset(2026, 9, 23, 23, 0, 1, TimeSpan.Zero), day.Acts[0].At);
        Assert.Equal(("永安镇", "station"), (day.World.Town.Name, day.World.AccountWith("station")));
    }

    [Theory]
    [InlineData("{", "it is not JSON")]
    [InlineData("[]", "it is not a JSON object.")]
    [InlineData("""{"at": "2026-09-24T07:00:01+08:00", "by": "squad"}""", "`do` is missing.")]
    [InlineData("""{"at": "2026-09-24T07:00:01+08:00", "by": "squad", "do": "dance"}""", "no act is called `dance`.")]
    [InlineData("""{"at": "2026-09-24T07:00:01", "by": "squad", "do": "arrive"}""", "`at` is not an instant with its offset.")]
    [InlineData("""{"at": "2026-09-24T07:00:01+08:00", "do": "arrive"}""", "`by` is missing.")]
    [InlineData(
        """{"at": "2026-09-24T07:00:01+08:00", "by": "nobody", "do": "arrive"}""",
        "`by` names `nobody`, an account that world.json does not have."
    )]
    [InlineData(
        """{"at": "2026-09-24T07:00:01+08:00", "by": "clerk", "do": "load", "ref": "f1", "trip": "1"}""",
        "`load` needs `trip` as a number."
    )]
    [InlineData(
        """{"at": "2026-09-24T07:00:01+08:00", "by": "clerk", "do": "submit", "ref": "f1", "filing": null}""",
        "`submit` needs `filing` as an object."
    )]
    [InlineData(
        """{"at": "2026-09-24T07:00:01+08:00", "by": "squad", "do": "sight", "sightings": {}}""",
        "`sight` needs `sightings` as an array."
    )]
    [InlineData(
        """{"at": "2026-09-24T07:00:01+08:00", "by": "squad", "do": "check", "id": "\ud800", "plate": "x"}""",
        "`check` needs `id` as text."
    )]
    public void A_broken_line_is_named_by_its_number(string line, string why)
    {
        var broken = Assert.Throws<BrokenInputException>(() => Read(MakeDay.World, $"{Check}\n{line}\n{Check}"));

        Assert.StartsWith($"events.jsonl, line 2: {why}", broken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "", "has no world.json.")]
    [InlineData(MakeDay.World, null, "has no events.jsonl.")]
    [InlineData("{ \"town\": ", "", "world.json, line 1 cannot be used: ")]
    [InlineData("""{ "town": { "code": "1", "name": "x" }, "start": "2026-09-24T06:00:00+08:00" }""", "", "end")]
    [InlineData(
        """{ "town": { "code": "1", "name": "x" }, "start": "2026-09-24T06:00:00", "end": "2026-09-24T06:00:00+08:00" }""",
        "",
        "An instant with its offset."
    )]
    public void A_missing_or_broken_file_is_named(string? world, string? events, string why)
    {
        var broken = Assert.Throws<BrokenInputException>(() => Read(world, events));

        Assert.Contains(why, broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_days_are_readable()
    {
        foreach (var folder in Directory.GetDirectories(SampleDays.Folder))
        {
            Assert.NotEmpty(DayReader.Read(folder).Acts);
            Assert.Empty(Comparison.Compare(DayReader.ReadExpected(folder), DayReader.ReadExpected(folder)));
        }
    }

    private static Day Read(string? world, string? events)
    {
        var folder = MakeDay.Folder(world, events);
        try
        {
            return DayReader.Read(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
