using FilingApi.Replay;

namespace FilingApi.Tests.Replay;

public sealed class ScreenTests
{
    [Fact]
    public void Without_a_terminal_the_progress_is_one_line_per_quarter()
    {
        using var screen = new StringWriter { NewLine = "\n" };
        var bar = new ProgressBar(screen, terminal: false, total: 87);

        for (var done = 1; done <= 87; done++)
        {
            bar.Report(done);
        }

        Assert.Equal("25 %  22/87 acts\n50 %  44/87 acts\n75 %  66/87 acts\n100 %  87/87 acts\n", screen.ToString());
    }

    [Fact]
    public void On_a_terminal_the_bar_ends_full()
    {
        using var screen = new StringWriter { NewLine = "\n" };
        var bar = new ProgressBar(screen, terminal: true, total: 3);

        for (var done = 1; done <= 3; done++)
        {
            bar.Report(done);
        }

        Assert.EndsWith($"\r[{new string('█', 40)}] 100 %  3/3 acts\n", screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_counts_what_was_done_and_refused()
    {
        const string Submit = """{ "at": "2026-09-24T07:00:00+08:00", "by": "clerk", "do": "submit", "ref": "f1", "filing": {} }""";
        var day = new Day("edges", Read(), [MakeDay.Act(Submit), MakeDay.Act(Submit), MakeDay.Act(Submit)]);
        var journal = new Journal();
        journal.Refused(day.Acts[1], new Answer(422, MakeDay.Json("""{ "code": "FIL-201", "detail": "Too long." }""")));
        journal.NotCalled(day.Acts[2]);
        var outcome = MakeDay.Outcome(filings: new() { ["f1"] = FilingOutcome.None });
        using var screen = new StringWriter { NewLine = "\n" };

        Summary.Write(screen, day, new Replayed(outcome, journal, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2)));

        Assert.Equal(
            """
            edges: 永安镇, 2026-09-24 06:00 to 2026-09-25 06:00

            act           done  refused  not called  refused by code
            submit           1        1           1  FIL-201 1

            filings          1  none 1
            overdue          0
            checks           0
            sightings        0
            runs             0
            leads            0

            3 acts in 1.50 s (2 per second); with the world and the end 2.00 s

            """,
            screen.ToString()
        );
    }

    private static World Read()
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
}
