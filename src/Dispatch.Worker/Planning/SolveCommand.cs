using System.Globalization;
using System.Text.Json;
using DispatchWorker.Planning.Input;
using DispatchWorker.Planning.Search;

namespace DispatchWorker.Planning;

/// <summary><c>solve FILE --seconds N [--iterations N] [--threads T] [--seed S] [--out FILE]</c>. Answers 0: a plan; 2: the input is wrong, all of it
/// named as <c>{"errors":[{pointer, code, sentence, sentenceEn}]}</c>; 3: the plan broke a rule and is not written.</summary>
public static class SolveCommand
{
    private const string Usage = "用法 usage: solve FILE --seconds N [--threads T] [--seed S] [--out FILE]";

    public static int Run(string[] args)
    {
        if (args.Length == 0 || args.Length % 2 == 0)
        {
            return Fail(Usage);
        }

        string? output = null;
        double seconds = 10;
        var budget = new Budget { Threads = Math.Clamp(Environment.ProcessorCount, 1, 2) };
        for (var i = 1; i < args.Length; i += 2)
        {
            var value = args[i + 1];
            var isNumber =
                double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1e15;
            if (args[i] == "--out")
            {
                output = value;
                continue;
            }

            if (!isNumber)
            {
                return Fail($"{args[i]}：“{value}”不是数字 is not a number. {Usage}");
            }

            switch (args[i])
            {
                case "--seconds":
                    seconds = Math.Min(number, 86_400);
                    break;
                case "--iterations":
                    budget = budget with { Iterations = (long)number };
                    break;
                case "--threads":
                    budget = budget with { Threads = (int)Math.Clamp(number, 1, 16) };
                    break;
                case "--seed":
                    budget = budget with { Seed = (ulong)number };
                    break;
                default:
                    return Fail($"{args[i]}：没有此选项 is not known. {Usage}");
            }
        }

        if (output is not null && (Directory.Exists(output) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(output)))))
        {
            return Fail($"--out：不能写入“{output}” cannot be written there. {Usage}");
        }

        var (problem, errors) = Read(args[0]);
        if (problem is null)
        {
            foreach (var error in errors)
            {
                Console.Error.WriteLine($"{error.Code} {error.Pointer}: {error.Sentence} / {error.SentenceEn}");
            }

            Write(output, JsonSerializer.Serialize(new { errors }, Plan.Shape));
            return 2;
        }

        if (budget.Iterations is null)
        {
            budget = budget with { Time = TimeSpan.FromSeconds(seconds) };
        }

        var plan = Planner.Solve(problem, budget);
        var broken = PlanChecker.Check(problem, plan);
        foreach (var violation in broken)
        {
            Console.Error.WriteLine($"{violation.Code}: {violation.Sentence}");
        }

        if (broken.Count > 0)
        {
            return 3;
        }

        Write(output, plan.ToJson());
        Console.Error.WriteLine(
            $"{plan.Name}: distance {plan.Distance:0.###}, {plan.Trucks.Count} trucks, {plan.Unassigned.Count} left out, {plan.Iterations} iterations in {plan.Seconds:0.0} s"
        );
        return 0;
    }

    private static (Problem?, IReadOnlyList<InputError>) Read(string path)
    {
        try
        {
            return ProblemReader.Read(File.ReadAllBytes(path));
        }
        catch (Exception cannot) when (cannot is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (
                null,
                [
                    new InputError(
                        "",
                        "DSP-010",
                        $"无法读取“{path}”，请检查路径和权限",
                        $"cannot read \"{path}\": check the path and its rights"
                    ),
                ]
            );
        }
    }

    /// <summary>Written beside and moved into place: a reader sees a whole file or none.</summary>
    private static void Write(string? path, string text)
    {
        if (path is null)
        {
            Console.WriteLine(text);
            return;
        }

        var unfinished = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllText(unfinished, text + "\n");
        File.Move(unfinished, path, overwrite: true);
    }

    private static int Fail(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 2;
    }
}
