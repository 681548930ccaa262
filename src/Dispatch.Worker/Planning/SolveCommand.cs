using System.Globalization;
using System.Text.Json;
using DispatchWorker.Planning.Input;
using DispatchWorker.Planning.Search;

namespace DispatchWorker.Planning;

/// <summary><c>solve FILE --seconds N [--iterations N] [--threads T] [--seed S] [--out FILE]</c>.</summary>
public static class SolveCommand
{
    private const string Usage = "solve FILE --seconds N [--threads T] [--seed S] [--out FILE]";

    public static int Run(string[] args)
    {
        if (args.Length == 0 || args.Length % 2 == 0) { return Fail(Usage); }

        string? output = null;
        double seconds = 10;
        Budget budget = new() { Threads = Math.Clamp(Environment.ProcessorCount, 1, 2) };
        for (int i = 1; i < args.Length; i += 2)
        {
            string value = args[i + 1];
            bool isNumber = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number is >= 0 and < 1e15;
            if (args[i] == "--out") { output = value; continue; }
            if (!isNumber) { return Fail($"{args[i]}: \"{value}\" is not a number. {Usage}"); }

            switch (args[i])
            {
                case "--seconds": seconds = Math.Min(number, 86_400); break;
                case "--iterations": budget = budget with { Iterations = (long)number }; break;
                case "--threads": budget = budget with { Threads = (int)Math.Clamp(number, 1, 16) }; break;
                case "--seed": budget = budget with { Seed = (ulong)number }; break;
                default: return Fail($"{args[i]} is not known. {Usage}");
            }
        }
        byte[] file;
        try { file = File.ReadAllBytes(args[0]); }
        catch (Exception cannot) when (cannot is IOException or UnauthorizedAccessException) { return Fail(cannot.Message); }

        (Problem? problem, IReadOnlyList<InputError> errors) = ProblemReader.Read(file);
        if (problem is null)
        {
            foreach (InputError error in errors) { Console.Error.WriteLine($"{error.Code} {error.Pointer}: {error.Sentence}"); }
            Write(output, JsonSerializer.Serialize(new { errors }, JsonSerializerOptions.Web));
            return 2;
        }
        if (budget.Iterations is null) { budget = budget with { Time = TimeSpan.FromSeconds(seconds) }; }
        Plan plan = Planner.Solve(problem, budget);
        IReadOnlyList<Violation> broken = PlanChecker.Check(problem, plan);
        foreach (Violation violation in broken) { Console.Error.WriteLine($"{violation.Code}: {violation.Sentence}"); }
        if (broken.Count > 0) { return 3; }

        Write(output, plan.ToJson());
        Console.Error.WriteLine($"{plan.Name}: distance {plan.Distance:0.###}, {plan.Trucks.Count} trucks, {plan.Unassigned.Count} left out, {plan.Iterations} iterations in {plan.Seconds:0.0} s");
        return 0;
    }

    private static void Write(string? path, string text)
    {
        if (path is null) { Console.WriteLine(text); }
        else { File.WriteAllText(path, text + "\n"); }
    }

    private static int Fail(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 2;
    }
}
