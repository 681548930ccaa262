using System.Globalization;
using System.Security.Cryptography;
using EndToEnd.Tests.Running;

namespace EndToEnd.Tests.Brokers;

/// <summary>Debian's rabbitmq-server as one or several private nodes on loopback, with their own epmd and cookie.</summary>
internal sealed class LocalCluster : IAsyncDisposable
{
    private const string NameServer = "/usr/bin/epmd";
    private const string Control = "/usr/lib/rabbitmq/bin/rabbitmqctl";
    private readonly TempFolder _home = new("rabbits");
    private readonly ChildProcess _names;
    private readonly Dictionary<string, string> _family;
    private readonly List<LocalNode> _nodes = [];

    private LocalCluster()
    {
        WriteCookie(Path.Combine(_home.Path, ".erlang.cookie"));
        var names = LocalNode.FreePort().ToString(CultureInfo.InvariantCulture);
        _family = new Dictionary<string, string>
        {
            ["HOME"] = _home.Path,
            ["ERL_EPMD_PORT"] = names,
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        };

        // Otherwise the nodes would start an epmd that nobody stops.
        _names = ChildProcess.Start(NameServer, ["-port", names], _home.Path, _family);
    }

    public IReadOnlyList<LocalNode> Nodes => _nodes;

    /// <summary>The nodes' addresses for the services' settings, separated by commas.</summary>
    public string Addresses => string.Join(',', _nodes.Select(node => node.Address));

    /// <summary>Null: rabbitmq-server is not installed.</summary>
    public static async Task<LocalCluster?> Start(int nodes = 1, bool withFigures = false)
    {
        if (!LocalNode.IsInstalled || !File.Exists(NameServer))
        {
            return null;
        }

        var cluster = new LocalCluster();
        try
        {
            for (var i = 0; i < nodes; i++)
            {
                cluster._nodes.Add(new LocalNode(cluster._family));
            }

            // The first node forms the cluster; the others join it.
            var all = cluster._nodes.ConvertAll(node => node.Name);
            await cluster._nodes[0].Start(all, withFigures);
            await Task.WhenAll(cluster._nodes.Skip(1).Select(node => node.Start(all, withFigures)));
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends SIGKILL to every node.</summary>
    public Task Kill() => Task.WhenAll(_nodes.Select(node => node.Kill()));

    /// <summary>Restarts the nodes with their data, all at once: each waits for the others.</summary>
    public Task StartAgain() => Task.WhenAll(_nodes.Select(node => node.StartAgain()));

    /// <summary>The leader of a quorum queue.</summary>
    public async Task<LocalNode> LeaderOf(string queue)
    {
        await using var asked = ChildProcess.Start(
            Control,
            ["-n", _nodes[0].Name, "--silent", "list_queues", "name", "leader"],
            _home.Path,
            _family
        );
        if (!await asked.EndsWell())
        {
            throw new InvalidOperationException(asked.Explanation);
        }

        var leader =
            asked.Words.Select(line => line.Split('\t')).FirstOrDefault(parts => parts is [var name, _] && name == queue)?[1]
            ?? throw new InvalidOperationException($"Nobody leads {queue}: {asked.Explanation}");
        return _nodes.Single(node => node.Name == leader);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _names.DisposeAsync();
        _home.Dispose();
    }

    private static void WriteCookie(string file)
    {
        File.WriteAllText(file, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

        // Erlang refuses a cookie that others can read.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead);
        }
    }
}
