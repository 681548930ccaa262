using System.Globalization;
using EndToEnd.Tests.Brokers;

namespace EndToEnd.Tests.Running;

/// <summary>Both programs with a private broker, whose parts can be stopped and restarted.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly TempFolder _folder = new("both");
    private readonly TimeSpan? _grace;
    private HttpClient? _worker;

    private Installation(LocalCluster broker, Action<string> say, TimeSpan? grace) => (Broker, Say, _grace) = (broker, say, grace);

    public LocalCluster Broker { get; }
    public Action<string> Say { get; }
    public FilingProcess Filing { get; private set; } = null!;
    public ChildProcess Worker { get; private set; } = null!;
    public Client Client { get; private set; } = null!;
    public string Folder => _folder.Path;
    public string FilingFolder => Path.Combine(_folder.Path, "filing");
    public string DispatchFolder => Path.Combine(_folder.Path, "dispatch");

    /// <summary>The disk of both stores, if they have their own.</summary>
    public SmallDisk? Disk { get; private set; }

    /// <summary>The clock of programs started from now on; null: the machine's.</summary>
    public SteppedClock? Clock { get; set; }

    /// <param name="say">Gets a line for each event.</param>
    /// <param name="nodes">The number of the broker's nodes.</param>
    /// <param name="hasDisk">True for a private disk that can be filled, if this machine allows it.</param>
    /// <param name="grace">The time from a run's opening to its announcement; null: short, for tests.</param>
    public static async Task<Installation> Start(Action<string> say, int nodes = 1, bool hasDisk = false, TimeSpan? grace = null)
    {
        var all = new Installation(
            await LocalCluster.Start(nodes)
                ?? throw new InvalidOperationException("There is no RabbitMQ to break: apt-get install rabbitmq-server."),
            say,
            grace
        );
        try
        {
            if (hasDisk)
            {
                all.Disk = await SmallDisk.Mount(all.Folder);
            }

            Directory.CreateDirectory(all.FilingFolder);
            Directory.CreateDirectory(all.DispatchFolder);
            await all.StartFiling();
            await all.StartWorker();
            return all;
        }
        catch
        {
            await all.DisposeAsync();
            throw;
        }
    }

    public async Task StartFiling()
    {
        Filing = await FilingProcess.Start(FilingFolder, Broker.Addresses, Clock?.Environment);
        if (Client is null)
        {
            Client = new Client(Filing.Address);
        }
        else
        {
            Client.MoveTo(Filing.Address);
        }
    }

    public async Task StartWorker()
    {
        var environment = new Dictionary<string, string>(Clock?.Environment ?? new Dictionary<string, string>());
        if (_grace is { } grace)
        {
            environment["Runs__Grace"] = grace.ToString();
        }

        Worker = WorkerProcess.Start(DispatchFolder, Broker.Addresses, environment);
        var address = await WorkerProcess.Listens(Worker);
        _worker?.Dispose();
        _worker = Client.Http(address);
    }

    /// <summary>A figure of the worker.</summary>
    public Task<double> WorkerMetric(string name) => Figures.Of(_worker!, name);

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        _worker?.Dispose();
        if (Filing is not null)
        {
            await Filing.DisposeAsync();
        }

        if (Worker is not null)
        {
            await Worker.DisposeAsync();
        }

        await Broker.DisposeAsync();
        if (Disk is not null)
        {
            await Disk.DisposeAsync();
        }

        _folder.Dispose();
    }
}

/// <summary>A private file system in memory, which can be filled to the last byte. Needs the right to mount.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    /// <summary>More than the service keeps free, so that it writes until the disk is full.</summary>
    private const int Megabytes = 320;
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    private string Ballast => Path.Combine(_folder, "ballast");

    /// <summary>Null: this machine does not allow it.</summary>
    public static async Task<SmallDisk?> Mount(string folder)
    {
        await using var mount = ChildProcess.Start(
            "/bin/mount",
            ["-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={Megabytes}m"), "tmpfs", folder],
            "/",
            new Dictionary<string, string>()
        );
        return await mount.EndsWell() ? new SmallDisk(folder) : null;
    }

    /// <summary>Fills the disk to the last byte.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 1 << 20, 4096 })
        {
            var block = new byte[size];
            try
            {
                while (true)
                {
                    ballast.Write(block);
                }
            }
            catch (IOException)
            {
                // The disk is full, as intended.
            }
        }
    }

    public void Free() => File.Delete(Ballast);

    public async ValueTask DisposeAsync()
    {
        await using var unmount = ChildProcess.Start("/bin/umount", [_folder], "/", new Dictionary<string, string>());
        if (!await unmount.EndsWell())
        {
            throw new InvalidOperationException(unmount.Explanation);
        }
    }
}

/// <summary>The programs' wall clock, faked by Debian's libfaketime; the monotonic clock is unchanged.</summary>
internal sealed class SteppedClock
{
    private readonly string _file;

    private SteppedClock(string file, string library)
    {
        _file = file;

        // The cache time is how old the file's content may be, in s. With the library's own fix for waits on the monotonic clock, the
        // runtime's waits return at once and it spins.
        Environment = new Dictionary<string, string>
        {
            ["LD_PRELOAD"] = library,
            ["FAKETIME_TIMESTAMP_FILE"] = file,
            ["FAKETIME_CACHE_DURATION"] = "1",
            ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
            ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
        };
    }

    /// <summary>Of a program under this clock.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>At the true time.</summary>
    public static SteppedClock Make(string folder)
    {
        var library =
            Directory
                .GetFiles("/usr/lib", "libfaketimeMT.so.1", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 })
                .FirstOrDefault()
            ?? throw new InvalidOperationException("There is nothing that sets a clock back: apt-get install faketime.");
        var clock = new SteppedClock(Path.Combine(folder, "clock"), library);
        clock.Set(TimeSpan.Zero);
        return clock;
    }

    /// <summary>Shifts the clock by this much from now on.</summary>
    public void Set(TimeSpan offset)
    {
        // Atomically: the library may read the file at any moment.
        File.WriteAllText(
            _file + ".new",
            string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.TotalSeconds):0}")
        );
        File.Move(_file + ".new", _file, overwrite: true);
    }
}
