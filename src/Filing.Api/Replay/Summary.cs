using System.Globalization;
using Contracts.Register;

namespace FilingApi.Replay;

/// <summary>Prints the summary of a replayed day on one screen.</summary>
public static class Summary
{
    public static void Write(TextWriter to, Day day, Replayed replayed)
    {
        var (outcome, journal) = (replayed.Outcome, replayed.Journal);
        to.WriteLine($"{day.Name}: {day.World.Town.Name}, {Shown(day.World.Start)} to {Shown(day.World.End)}");
        to.WriteLine();
        WriteActs(to, day, journal);
        to.WriteLine();
        WriteCounts(to, "filings", outcome.Filings.Values.Select(filing => filing.Status));
        WriteCounts(to, "overdue", outcome.Filings.Values.Where(filing => filing.Overdue).Select(filing => filing.Status));
        WriteCounts(to, "checks", outcome.Checks.Values.Select(check => check.Colour));
        WriteCounts(to, "sightings", outcome.Sightings.Values);
        WriteCounts(to, "runs", outcome.Runs.SelectMany(run => run.Codes.Distinct()), outcome.Runs.Count);
        WriteCounts(to, "leads", outcome.Leads.Select(lead => lead.Kind));
        to.WriteLine();
        var rate = day.Acts.Count / Math.Max(replayed.Acts.TotalSeconds, 0.001);
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{day.Acts.Count} acts in {replayed.Acts.TotalSeconds:0.00} s ({rate:0} per second); "
                    + $"with the world and the end {replayed.Whole.TotalSeconds:0.00} s"
            )
        );
    }

    private static void WriteActs(TextWriter to, Day day, Journal journal)
    {
        var notes = journal.Notes.ToLookup(note => note.Act.Do);
        to.WriteLine($"{"act", -10}{"done", 8}{"refused", 9}{"not called", 12}  refused by code");
        foreach (var acts in day.Acts.GroupBy(act => act.Do).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var (notCalled, refused) = (notes[acts.Key].Count(IsNotCalled), notes[acts.Key].Where(note => !IsNotCalled(note)).ToList());
            var done = acts.Count() - refused.Count - notCalled;
            var codes = Counts(refused.Select(note => note.Code));
            to.WriteLine($"{acts.Key, -10}{done, 8}{refused.Count, 9}{notCalled, 12}  {codes}".TrimEnd());
        }
    }

    private static bool IsNotCalled(Note note) => note.Code == Note.NotCalled;

    private static void WriteCounts(TextWriter to, string title, IEnumerable<string> values, int? total = null)
    {
        var all = values.ToList();
        to.WriteLine($"{title, -10}{total ?? all.Count, 8}  {Counts(all)}".TrimEnd());
    }

    private static string Counts(IEnumerable<string> values) =>
        string.Join(
            " · ",
            values
                .CountBy(value => value)
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{pair.Key} {pair.Value}")
        );

    private static string Shown(DateTimeOffset moment) => moment.ToChina().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
