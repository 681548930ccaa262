using System.Text.Json;
using FilingApi.Settings;

namespace FilingApi.Replay;

/// <summary>`./start replay DIR [--out FILE] [--check]`.</summary>
public static class ReplayCommand
{
    public const int Fine = 0;
    public const int Differs = 1;
    public const int BrokenInput = 2;
    public const int Stopped = 3;

    /// <param name="args">Of the command line.</param>
    /// <param name="start">Starts the service.</param>
    public static Task<int> Run(string[] args, Func<ServiceSettings, Task<WebApplication>> start) =>
        Run(args, start, Console.Out, Console.Error, !Console.IsErrorRedirected);

    public static async Task<int> Run(
        string[] args,
        Func<ServiceSettings, Task<WebApplication>> start,
        TextWriter output,
        TextWriter errors,
        bool terminal
    )
    {
        try
        {
            var arguments = Understood(args);
            var day = DayReader.Read(arguments.Folder);
            JsonElement? expected = arguments.Check ? DayReader.ReadExpected(arguments.Folder) : null;
            var replayed = await ReplayDay.Run(day, start, new ProgressBar(errors, terminal, day.Acts.Count).Report);
            var outcome = replayed.Outcome.ToJson();
            if (arguments.Out is { } file)
            {
                await File.WriteAllBytesAsync(file, outcome);
            }

            Summary.Write(output, day, replayed);
            return expected is { } wanted ? Check(output, wanted, outcome, replayed.Journal) : Fine;
        }
        catch (BrokenInputException broken)
        {
            await errors.WriteLineAsync(broken.Message);
            return BrokenInput;
        }
        catch (ReplayStoppedException stopped)
        {
            await errors.WriteLineAsync($"The replay stopped. {stopped.Message}");
            return Stopped;
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("The replay was interrupted.");
            return Stopped;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"A file cannot be read or written: {failure.Message}");
            return BrokenInput;
        }
    }

    private static ReplayArguments Understood(string[] args)
    {
        try
        {
            return ReplayArguments.Parse(args);
        }
        catch (BrokenInputException broken)
        {
            throw new BrokenInputException($"{broken.Message}{Environment.NewLine}{ReplayArguments.Usage}");
        }
    }

    private static int Check(TextWriter output, JsonElement expected, byte[] outcome, Journal journal)
    {
        using var got = JsonDocument.Parse(outcome);
        var differences = Comparison.Compare(expected, got.RootElement);
        output.WriteLine();
        if (differences.Count == 0)
        {
            output.WriteLine("Check: everything is as expected.json says.");
            return Fine;
        }

        output.WriteLine($"Check: {differences.Count} {(differences.Count == 1 ? "difference" : "differences")} from expected.json.");
        foreach (var difference in differences)
        {
            output.WriteLine($"  {difference}");
        }

        WriteRefusals(output, differences, journal);
        return Differs;
    }

    /// <summary>Lists the refusals on filings that differ, because most differences start with one.</summary>
    private static void WriteRefusals(TextWriter output, IReadOnlyList<Difference> differences, Journal journal)
    {
        var refs = differences
            .Select(difference => difference.Path.Split('.'))
            .Where(path => path is ["filings", _, ..])
            .Select(path => path[1])
            .ToHashSet(StringComparer.Ordinal);
        var notes = journal.Notes.Where(note => note.Act.Ref is { } name && refs.Contains(name)).ToList();
        if (notes.Count == 0)
        {
            return;
        }

        output.WriteLine("Refused acts on the filings that differ:");
        foreach (var note in notes)
        {
            output.WriteLine($"  {note.Act}: {note.Code}, {note.Sentence}");
        }
    }
}
