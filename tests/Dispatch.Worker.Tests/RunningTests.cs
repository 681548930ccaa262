using Contracts.Delivery;
using DispatchWorker.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace DispatchWorker.Tests;

public sealed class RunningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("settings").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_workers_old_names_and_the_shared_ones_set_the_same()
    {
        var old = Read(
            null,
            ("Storage:Folder", _folder),
            ("Transport:Amqp", "amqp://one/"),
            ("Transport:Waits", "1"),
            ("Runs:Grace", "00:00:07")
        );
        var shared = Read(null, ("DATA_DIR", _folder), ("AMQP", "amqp://one/"), ("BROKER_WAITS", "1"), ("VACUUM_RUN_GRACE", "00:00:07"));

        foreach (var options in new[] { old, shared })
        {
            Assert.Equal(Path.Combine(_folder, "dispatch.db"), options.ToStore());
            Assert.Equal("amqp://one/", options.ToBroker(WorkerOptions.Settings)!.First.ToString());
            Assert.Equal([TimeSpan.FromSeconds(1)], options.ToBroker(WorkerOptions.Settings)!.Waits);
            Assert.Equal(TimeSpan.FromSeconds(7), options.ToRunGrace());
        }
    }

    [Fact]
    public void The_environment_wins_over_the_settings_file()
    {
        var file = Path.Combine(_folder, "settings.json");
        File.WriteAllText(
            file,
            """{ "broker": ["amqp://one/", "amqp://two/"], "dataFolder": "/nowhere", "listen": "http://0.0.0.0:8081" }"""
        );

        var options = Read(file, ("Storage:Folder", _folder));

        Assert.Equal((Path.Combine(_folder, "dispatch.db"), "http://0.0.0.0:8081"), (options.ToStore(), options.Listen));
        Assert.Equal(["one", "two"], options.ToBroker(WorkerOptions.Settings)!.Nodes.Select(node => node.Host));
    }

    [Fact]
    public void Everything_unusable_is_reported_at_once()
    {
        var refused = Assert.Throws<OptionsValidationException>(() =>
            Read(null, ("Transport:Amqp", "http://u:secret@one/"), ("Runs:Grace", "soon"))
        );

        Assert.Equal(3, refused.Failures.Count());
        var said = SettingNames.Say("The worker", refused);
        Assert.StartsWith("The worker does not start: 3 of its settings cannot be used.\n- ", said, StringComparison.Ordinal);
        Assert.Contains("'dataFolder' (VACUUM_DATA_FOLDER, DATA_DIR, Storage__Folder) is missing", said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
    }

    private static WorkerOptions Read(string? file, params (string Name, string? Value)[] variables) =>
        Running.Read(
            file,
            new ConfigurationBuilder().AddInMemoryCollection(variables.ToDictionary(given => given.Name, given => given.Value)).Build(),
            needsBroker: true
        );
}
