using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using DispatchWorker.Planning.Input;
using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning;

/// <summary><c>solve FILE --seconds N [--iterations N] [--threads T] [--seed S] [--out FILE]</c>. Exit codes: 0 a plan; 2 the input is
/// wrong, with all mistakes in <c>{"errors":[{pointer, code, sentence, sentenceEn}]}</c>; 3 the plan breaks a rule and is not written;
/// 130 Ctrl-C, nothing is written.</summary>
public static class SolveCommand
{
    private const string Usage = "用法 usage: solve FILE --seconds N [--threads T] [--seed S] [--out FILE]";
    private const int Planned = 0;
    private const int WrongInput = 2;
    private const int BrokenRule = 3;
    private const int Interrupted = 130;

    private sealed record Options(string File, string? Output, Budget Budget);

    public static int Run(string[] args) => Run(args, CancellationToken.None);

    /// <param name="args">What follows <c>solve</c>.</param>
    /// <param name="cancel">The same as Ctrl-C.</param>
    internal static int Run(string[] args, CancellationToken cancel)
    {
        var (options, mistake) = Parse(args);
        if (options is null)
        {
            Console.Error.WriteLine($"{mistake}{Usage}");
            return WrongInput;
        }

        var (problem, errors) = Read(options.File);
        if (problem is null)
        {
            foreach (var error in errors)
            {
                Console.Error.WriteLine($"{error.Code} {error.Pointer}: {error.Sentence} / {error.SentenceEn}");
            }

            Write(options.Output, JsonSerializer.Serialize(new { errors }, Plan.Shape));
            return WrongInput;
        }

        if (Solve(problem, options.Budget, cancel) is not { } plan)
        {
            Console.Error.WriteLine("已取消，没有写出计划 cancelled: no plan is written");
            return Interrupted;
        }

        var broken = PlanChecker.Check(problem, plan);
        foreach (var violation in broken)
        {
            Console.Error.WriteLine($"{violation.Code}: {violation.Sentence}");
        }

        if (broken.Count > 0)
        {
            return BrokenRule;
        }

        Write(options.Output, plan.ToJson());
        Console.Error.WriteLine(
            $"{plan.Name}: distance {plan.Distance:0.###}, {plan.Trucks.Count} trucks, {plan.Unassigned.Count} left out, "
                + $"{plan.Iterations} iterations in {plan.Seconds:0.0} s"
        );
        return Planned;
    }

    private static (Options? Options, string Mistake) Parse(string[] args)
    {
        if (args.Length == 0 || args.Length % 2 == 0)
        {
            return (null, "");
        }

        string? output = null;
        double seconds = 10;
        var budget = new Budget { Threads = Math.Clamp(Environment.ProcessorCount, 1, 2) };
        for (var i = 1; i < args.Length; i += 2)
        {
            var value = args[i + 1];
            if (args[i] == "--out")
            {
                output = value;
                continue;
            }

            if (
                !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number is not (>= 0 and < 1e15)
            )
            {
                return (null, $"{args[i]}：“{value}”不是数字 is not a number. ");
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
                    return (null, $"{args[i]}：没有此选项 is not known. ");
            }
        }

        if (output is not null && (Directory.Exists(output) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(output)))))
        {
            return (null, $"--out：不能写入“{output}” cannot be written there. ");
        }

        var time = budget.Iterations is null ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        return (new Options(args[0], output, budget with { Time = time }), "");
    }

    private static (Problem?, IReadOnlyList<InputError>) Read(string path)
    {
        try
        {
            return ProblemReader.Read(File.ReadAllBytes(path));
        }
        catch (Exception cannot) when (cannot is IOException or UnauthorizedAccessException or ArgumentException)
        {
            var error = new InputError(
                "",
                "DSP-010",
                $"无法读取“{path}”，请检查路径和权限",
                $"cannot read \"{path}\": check the path and its rights"
            );
            return (null, [error]);
        }
    }

    /// <summary>The plan; null when Ctrl-C was pressed.</summary>
    private static Plan? Solve(Problem problem, Budget budget, CancellationToken cancel)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var interrupt = PosixSignalRegistration.Create(
            PosixSignal.SIGINT,
            signal =>
            {
                signal.Cancel = true;
                source.Cancel();
            }
        );
        try
        {
            return Planner.Solve(problem, budget, cancel: source.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Writes beside the file and moves it into place, so that readers see a whole file or none.</summary>
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
}
