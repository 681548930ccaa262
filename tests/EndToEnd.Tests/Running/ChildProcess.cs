using System.Collections.Concurrent;
using System.Diagnostics;

namespace EndToEnd.Tests.Running;

/// <summary>A child process: its environment, its output, and its end by its own id.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int LastWords = 40;
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(60);

    /// <summary>Variables of this machine must not reach the processes under test.</summary>
    private static readonly string[] NotInherited =
    [
        "AMQP",
        "DATA_DIR",
        "PORT",
        "ADMIN_PASSWORD",
        "DEMO_PASSWORD",
        "ASPNETCORE_URLS",
        "ASPNETCORE_HTTP_PORTS",
        "DOTNET_ENVIRONMENT",
        "ASPNETCORE_ENVIRONMENT",
    ];
    private readonly ConcurrentQueue<string> _words = new();
    private readonly Process _process;

    private ChildProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool HasExited => _process.HasExited;

    /// <summary>Its output, oldest first.</summary>
    public IEnumerable<string> Words => _words;

    public string Explanation =>
        $"({Path.GetFileName(_process.StartInfo.FileName)}{(HasExited ? $" has ended with {_process.ExitCode}" : " still runs")}; "
        + $"last words:\n{string.Join('\n', _words.TakeLast(LastWords))})";

    public static ChildProcess Start(
        string program,
        IEnumerable<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in NotInherited)
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(start);
    }

    /// <summary>Sends SIGKILL: no handler runs, nothing is flushed. Returns when the process is gone.</summary>
    public async Task Kill()
    {
        if (!HasExited)
        {
            _process.Kill();
        }

        using var patience = new CancellationTokenSource(EndPatience);
        await _process.WaitForExitAsync(patience.Token);
    }

    /// <summary>Sends SIGTERM: the process may finish what it has begun, and must then exit by itself.</summary>
    public async Task Terminate(TimeSpan most)
    {
        using (var signal = Process.Start("/bin/kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await signal.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(most);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Not gone {most.TotalSeconds:0} s after SIGTERM: {Explanation}");
        }

        if (_process.ExitCode != 0)
        {
            throw new InvalidOperationException($"It did not end well: {Explanation}");
        }
    }

    /// <summary>True if it exited with 0; for processes that exit by themselves.</summary>
    public async Task<bool> EndsWell()
    {
        using var patience = new CancellationTokenSource(EndPatience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode == 0;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is not null)
        {
            _words.Enqueue(line);
        }
    }
}
