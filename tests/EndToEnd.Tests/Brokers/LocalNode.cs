using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EndToEnd.Tests.Running;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace EndToEnd.Tests.Brokers;

/// <summary>One node of a <see cref="LocalCluster"/>, with its own ports and folder, isolated from the system's nodes.</summary>
internal sealed class LocalNode : IAsyncDisposable
{
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly TempFolder _folder = new("rabbit");
    private readonly int _port = FreePort();
    private readonly int _figures = FreePort();
    private readonly Dictionary<string, string> _environment;
    private ChildProcess? _node;

    /// <param name="family">What the nodes of one cluster share: the home with the cookie, and epmd.</param>
    public LocalNode(IReadOnlyDictionary<string, string> family)
    {
        var folder = _folder.Path;
        File.WriteAllText(Path.Combine(folder, "env.conf"), "");
        _environment = new Dictionary<string, string>(family)
        {
            ["RABBITMQ_NODENAME"] = Name,
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = _port.ToString(CultureInfo.InvariantCulture),
            ["RABBITMQ_DIST_PORT"] = FreePort().ToString(CultureInfo.InvariantCulture),
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "mnesia"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins"),
            ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "pid"),
            ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(folder, "env.conf"),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",

            // The script then execs the node: the process id we started is the node's.
            ["RUNNING_UNDER_SYSTEMD"] = "true",
        };
    }

    public static bool IsInstalled => File.Exists(Server);
    public string Name => $"e2e-{_port}@localhost";
    public Uri Address => new($"amqp://guest:guest@127.0.0.1:{_port}/");

    /// <summary>The address of its metrics, if it was started with them.</summary>
    public Uri Figures => new($"http://127.0.0.1:{_figures}/");

    /// <param name="cluster">Names of all nodes; the first that runs is joined.</param>
    /// <param name="withFigures">With the plugin for Prometheus.</param>
    public Task Start(IReadOnlyList<string> cluster, bool withFigures)
    {
        File.WriteAllText(_environment["RABBITMQ_ENABLED_PLUGINS_FILE"], withFigures ? "[rabbitmq_prometheus]." : "[].");
        List<string> lines = withFigures
            ? ["prometheus.tcp.ip = 127.0.0.1", $"prometheus.tcp.port = {_figures}", "management_agent.disable_metrics_collector = true"]
            : [];
        if (cluster.Count > 1)
        {
            lines.Add("cluster_formation.peer_discovery_backend = classic_config");
            lines.AddRange(cluster.Select((name, i) => $"cluster_formation.classic_config.nodes.{i + 1} = {name}"));
        }

        File.WriteAllLines(_environment["RABBITMQ_CONFIG_FILE"], lines);
        return StartAgain();
    }

    /// <summary>SIGKILL.</summary>
    public Task Kill() => _node!.Kill();

    /// <summary>Restarts the node with its data.</summary>
    public async Task StartAgain()
    {
        if (_node is not null)
        {
            await _node.DisposeAsync();
        }

        _node = ChildProcess.Start(Server, [], _folder.Path, _environment);
        await BeThere(_node);
    }

    public async ValueTask DisposeAsync()
    {
        if (_node is not null)
        {
            await _node.DisposeAsync();
        }

        _folder.Dispose();
    }

    public static async Task<bool> Answers(Uri address)
    {
        try
        {
            await using var connection = await new ConnectionFactory { Uri = address }.CreateConnectionAsync();
            return connection.IsOpen;
        }
        catch (Exception notYet) when (notYet is BrokerUnreachableException or OperationInterruptedException or IOException)
        {
            return false;
        }
    }

    private Task BeThere(ChildProcess node) =>
        Eventually.See(
            "the private RabbitMQ node answers.",
            Patience,
            () =>
                node.HasExited
                    ? throw new InvalidOperationException($"The private RabbitMQ node did not start: {node.Explanation}")
                    : Answers(Address),
            () => node.Explanation
        );

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
