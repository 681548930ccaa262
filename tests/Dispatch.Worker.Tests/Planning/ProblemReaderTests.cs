using System.Text;
using DispatchWorker.Planning.Model;

namespace Dispatch.Worker.Tests.Planning;

public sealed class ProblemReaderTests
{
    private const string Good = """
        { "metric": "euclid-decimal", "objective": "distance",
          "places": [ {"x": 0, "y": 0}, {"x": 3, "y": 4} ], "depots": [ {"id": "D", "place": 0} ],
          "emptying": [ {"id": "P", "place": 1} ], "trucks": [ {"id": "T", "depot": "D", "capacity": 5, "start": 0, "end": 100} ],
          "jobs": [ {"id": "1", "place": 1, "volume": 2, "service": 1, "open": 0, "close": 50} ] }
        """;

    private static string[] Errors(string json) =>
        [.. ProblemReader.Read(Encoding.UTF8.GetBytes(json)).Errors.Select(error => $"{error.Pointer} {error.Code}")];

    [Fact]
    public void A_good_file_is_read_and_planned()
    {
        var (problem, errors) = ProblemReader.Read(Encoding.UTF8.GetBytes("\uFEFF" + Good));

        Assert.Empty(errors);
        Assert.Equal("1 P", Days.Route(Days.Solve(problem!, 50), "T"));
    }

    [Theory]
    [InlineData("\"place\": 1, \"volume\": 2", "\"place\": 7, \"volume\": 2", "/jobs/0/place DSP-007")]
    [InlineData("\"place\": 1, \"volume\": 2", "\"place\": 0.5, \"volume\": 2", "/jobs/0/place DSP-007")]
    [InlineData("\"volume\": 2", "\"volume\": -2", "/jobs/0/volume DSP-003")]
    [InlineData("\"volume\": 2", "\"volume\": \"two\"", "/jobs/0/volume DSP-002")]
    [InlineData("\"volume\": 2", "\"volume\": 1e999", "/jobs/0/volume DSP-002")]
    [InlineData("\"open\": 0, \"close\": 50", "\"open\": 60, \"close\": 50", "/jobs/0/close DSP-003")]
    [InlineData("\"depot\": \"D\", ", "", "/trucks/0/depot DSP-001")]
    [InlineData("\"depot\": \"D\"", "\"depot\": \"E\"", "/trucks/0/depot DSP-007")]
    [InlineData("\"start\": 0, \"end\": 100", "\"start\": 200, \"end\": 100", "/trucks/0/end DSP-003")]
    [InlineData("\"metric\": \"euclid-decimal\"", "\"metric\": \"miles\"", "/metric DSP-003")]
    [InlineData("\"metric\": \"euclid-decimal\"", "\"metric\": \"matrix\"", "/matrix DSP-001")]
    [InlineData("\"id\": \"P\"", "\"id\": \"\"", "/emptying/0/id DSP-003")]
    [InlineData("\"id\": \"T\"", "\"id\": \"\\ud800\"", "/trucks/0/id DSP-002")]
    [InlineData("\"volume\": 2", "\"volume\": 2, \"equipment\": [\"\\udfff\"]", "/jobs/0/equipment/0 DSP-002")]
    [InlineData("\"jobs\"", "\"frozen\": [{\"truck\": \"T\", \"stops\": [\"1\", \"x\"]}], \"jobs\"", "/frozen/0/stops/1 DSP-007")]
    [InlineData("\"jobs\"", "\"frozen\": [{\"truck\": \"T\", \"stops\": [\"1\", \"1\"]}], \"jobs\"", "/frozen/0/stops/1 DSP-009")]
    [InlineData("\"jobs\"", "\"frozen\": [{\"truck\": \"U\", \"stops\": []}], \"jobs\"", "/frozen/0/truck DSP-007")]
    [InlineData("{\"x\": 3, \"y\": 4}", "5", "/places/1 DSP-002")]
    public void A_mistake_is_named_at_its_place(string good, string bad, string expected) =>
        Assert.Contains(expected, Errors(Good.Replace(good, bad, StringComparison.Ordinal)));

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var errors = Errors(
            Good.Replace("\"volume\": 2", "\"volume\": -2", StringComparison.Ordinal)
                .Replace("\"place\": 0", "\"place\": 9", StringComparison.Ordinal)
                .Replace("\"capacity\": 5", "\"capacity\": null", StringComparison.Ordinal)
        );

        Assert.Equal(["/depots/0/place DSP-007", "/trucks/0/capacity DSP-001", "/jobs/0/volume DSP-003"], errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{ \"places\": NaN }")]
    [InlineData("{ \"places\": 5, \"jobs\": {}, \"trucks\": \"T\", \"depots\": [[]] }")]
    public void Broken_files_are_refused_with_a_sentence(string json)
    {
        var (problem, errors) = ProblemReader.Read(Encoding.UTF8.GetBytes(json));

        Assert.Null(problem);
        Assert.All(errors, error => Assert.Matches("[\u4e00-\u9fff]", error.Sentence));
        Assert.All(errors, error => Assert.NotEmpty(error.SentenceEn));
        Assert.NotEmpty(errors);
    }

    [Fact]
    public void No_truck_is_a_mistake_in_a_file_and_a_reason_in_a_plan()
    {
        Assert.Contains(
            "/trucks DSP-006",
            Errors(
                Good.Replace("{\"id\": \"T\", \"depot\": \"D\", \"capacity\": 5, \"start\": 0, \"end\": 100}", "", StringComparison.Ordinal)
            )
        );

        var plan = Days.Solve(Days.Line(3, [], [Days.Job("1", 1)]), 10);

        Assert.Equal("DSP-180", plan.Unassigned[0].Reasons[0].Code);
    }

    [Fact]
    public void No_jobs_give_an_empty_plan() => Assert.Empty(Days.Solve(Days.Line(3, [Days.Truck()], []), 10).Trucks);

    /// <summary>A file may use one id for a job and a plant; a plan says which it means.</summary>
    [Fact]
    public void A_job_and_a_plant_may_share_a_name()
    {
        var problem = ProblemReader
            .Read(Encoding.UTF8.GetBytes(Good.Replace("\"id\": \"P\"", "\"id\": \"1\"", StringComparison.Ordinal)))
            .Problem!;

        var plan = Days.Solve(problem, 50);

        Assert.Equal(["depot", "job", "emptying", "depot"], plan.Trucks[0].Stops.Select(stop => stop.Kind));
    }

    [Fact]
    public void An_end_beyond_all_numbers_is_no_end() =>
        Assert.Equal(
            double.PositiveInfinity,
            ProblemReader
                .Read(Encoding.UTF8.GetBytes(Good.Replace("\"close\": 50", "\"close\": 1e15", StringComparison.Ordinal)))
                .Problem!.Jobs[0]
                .Close
        );

    [Fact]
    public void More_than_twenty_thousand_jobs_are_refused_with_advice()
    {
        var jobs = string.Join(',', Enumerable.Range(0, 20_001).Select(job => $$"""{"id": "{{job}}", "place": 1, "volume": 1}"""));

        Assert.Equal(["/jobs DSP-008"], Errors(Good[..Good.IndexOf("\"jobs\"", StringComparison.Ordinal)] + $"\"jobs\": [{jobs}] }}"));
    }

    [Fact]
    public void A_matrix_must_have_a_row_and_a_column_for_every_place()
    {
        var errors = Errors(
            Good.Replace(
                "\"euclid-decimal\"",
                "\"matrix\", \"matrix\": { \"time\": [[0, 1], [1]], \"distance\": [[0, -1]] }",
                StringComparison.Ordinal
            )
        );

        Assert.Equal(["/matrix/time/1 DSP-004", "/matrix/distance/0/1 DSP-003", "/matrix/distance DSP-004"], errors);
    }
}
