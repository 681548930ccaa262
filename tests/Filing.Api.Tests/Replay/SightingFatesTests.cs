using FilingApi.Replay;

namespace FilingApi.Tests.Replay;

public sealed class SightingFatesTests
{
    private const string Taken = """{ "accepted": 1, "duplicates": 0, "ignored": [], "refused": [] }""";
    private const string Ignored = """{ "accepted": 0, "duplicates": 0, "ignored": [0], "refused": [] }""";
    private const string Refused =
        """{ "accepted": 0, "duplicates": 0, "ignored": [], "refused": [ { "index": 0, "code": "ENF-101", "sentence": "…" } ] }""";
    private static readonly Dictionary<string, string> Judged = new() { ["s1"] = "filed" };
    private static readonly Dictionary<string, string> Empty = [];

    private readonly SightingFates _fates = new();

    [Fact]
    public void One_that_was_taken_is_what_the_ledger_says()
    {
        Answer(Taken);

        Assert.Equal("filed", _fates.Outcome(Judged)["s1"]);
    }

    [Fact]
    public void One_that_was_taken_and_is_not_in_the_ledger_is_lost()
    {
        Answer(Taken);

        Assert.Equal(SightingFates.Lost, _fates.Outcome(Empty)["s1"]);
    }

    [Fact]
    public void A_refused_id_stays_invalid()
    {
        Answer(Refused);
        Answer(Ignored);
        Answer(Taken);

        Assert.Equal(SightingFates.Invalid, _fates.Outcome(Empty)["s1"]);
    }

    [Theory]
    [InlineData(Taken, "filed")]
    [InlineData(Refused, "invalid")]
    [InlineData(Ignored, "ignored")]
    public void Of_an_ignored_one_nothing_is_kept_so_the_next_arrival_counts(string next, string fate)
    {
        Answer(Ignored);
        Answer(next);

        Assert.Equal(fate, _fates.Outcome(next == Taken ? Judged : Empty)["s1"]);
    }

    [Fact]
    public void Every_index_of_a_batch_finds_its_id_and_the_order_is_that_of_arrival()
    {
        _fates.Answered(
            MakeDay.Json("""[ { "id": "s3" }, { "id": "s2" }, { }, { "id": "s1" }, { "id": "s3" } ]"""),
            MakeDay.Json(
                """{ "accepted": 1, "duplicates": 1, "ignored": [1], "refused": [ { "index": 0 }, { "index": 4 }, { "index": 2 } ] }"""
            )
        );

        var outcome = _fates.Outcome(Judged);

        Assert.Equal([("s3", "invalid"), ("s2", "ignored"), ("s1", "filed")], outcome.Select(pair => (pair.Key, pair.Value)));
    }

    private void Answer(string answer) => _fates.Answered(MakeDay.Json("""[ { "id": "s1" } ]"""), MakeDay.Json(answer));
}
