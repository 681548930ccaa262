namespace FilingApi.Replay;

/// <summary>The arguments of `replay`.</summary>
public sealed record ReplayArguments(string Folder, string? Out, bool Check)
{
    public const string Usage = "Usage: ./start replay DIR [--out FILE] [--check]";

    /// <exception cref="BrokenInputException">The arguments are invalid; the message says why.</exception>
    public static ReplayArguments Parse(IReadOnlyList<string> args)
    {
        string? folder = null,
            file = null;
        var check = false;
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--check":
                    check = true;
                    break;
                case "--out" when file is not null:
                    throw new BrokenInputException("--out is given twice.");
                case "--out" when i + 1 == args.Count || args[i + 1].StartsWith("--", StringComparison.Ordinal) || args[i + 1].Length == 0:
                    throw new BrokenInputException("--out needs the name of a file.");
                case "--out":
                    file = args[++i];
                    break;
                case var option when option.StartsWith('-'):
                    throw new BrokenInputException($"There is no option {option}.");
                case var _ when folder is not null:
                    throw new BrokenInputException($"One folder at a time: {folder} and {args[i]} are two.");
                default:
                    folder = args[i];
                    break;
            }
        }

        if (string.IsNullOrEmpty(folder))
        {
            throw new BrokenInputException("The folder of the day is missing.");
        }

        if (file is not null)
        {
            MustBeWritable(file);
        }

        return new ReplayArguments(folder, file, check);
    }

    // Checked before the replay, not after minutes of it.
    private static void MustBeWritable(string file)
    {
        if (Directory.Exists(file))
        {
            throw new BrokenInputException($"--out names a folder, {file}.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
        {
            throw new BrokenInputException($"The folder for --out {file} does not exist.");
        }
    }
}
