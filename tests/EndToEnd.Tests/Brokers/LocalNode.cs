using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using EndToEnd.Tests.Running;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace EndToEnd.Tests.Brokers;

/// <summary>Debian's rabbitmq-server as a node of our own on loopback: its own ports, name server, cookie and folder; a node of the system is never met.</summary>
internal sealed class LocalNode : IAsyncDisposable
{
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private const string NameServer = "/usr/bin/epmd";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly TempFolder _folder = new("rabbit");
    private readonly int _port = FreePort();
    private readonly ChildProcess _names;
    private readonly Dictionary<string, string> _environment;
    private ChildProcess _node;

    private LocalNode()
    {
        var folder = _folder.Path;
        WriteCookie(Path.Combine(folder, ".erlang.cookie"));
        File.WriteAllText(Path.Combine(folder, "enabled_plugins"), "[].");
        File.WriteAllText(Path.Combine(folder, "env.conf"), "");
        var names = FreePort().ToString(CultureInfo.InvariantCulture);
        _environment = new Dictionary<string, string>
        {
            ["HOME"] = folder,
            ["ERL_EPMD_PORT"] = names,
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODENAME"] = $"e2e-{_port}@localhost",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = _port.ToString(CultureInfo.InvariantCulture),
            ["RABBITMQ_DIST_PORT"] = FreePort().ToString(CultureInfo.InvariantCulture),
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "mnesia"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins"),
            ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "pid"),
            ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(folder, "env.conf"),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq"),
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",

            // The script then becomes the node instead of watching over it: the id we started is the id we end.
            ["RUNNING_UNDER_SYSTEMD"] = "true",
        };

        // Without one the node would leave a name server behind that nobody ends.
        _names = ChildProcess.Start(NameServer, ["-port", names], folder, _environment);
        _node = ChildProcess.Start(Server, [], folder, _environment);
    }

    public Uri Address => new($"amqp://guest:guest@127.0.0.1:{_port}/");

    /// <summary>Null: the server is not installed.</summary>
    public static async Task<LocalNode?> Start()
    {
        if (!File.Exists(Server) || !File.Exists(NameServer)) { return null; }

        var node = new LocalNode();
        try
        {
            await node.BeThere();
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>SIGKILL.</summary>
    public Task Stop() => _node.Kill();

    /// <summary>The same node with what it kept on the disk.</summary>
    public async Task StartAgain()
    {
        await _node.DisposeAsync();
        _node = ChildProcess.Start(Server, [], _folder.Path, _environment);
        await BeThere();
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        await _names.DisposeAsync();
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

    private Task BeThere() => Eventually.See("the private RabbitMQ node answers.", Patience, () =>
        _node.HasExited ? throw new InvalidOperationException($"The private RabbitMQ node did not start: {_node.Explanation}") : Answers(Address),
        () => _node.Explanation);

    private static void WriteCookie(string file)
    {
        File.WriteAllText(file, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

        // Erlang refuses a cookie that others can read.
        if (!OperatingSystem.IsWindows()) { File.SetUnixFileMode(file, UnixFileMode.UserRead); }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
