using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Deploy.Tests;

/// <summary>What cannot be run here is at least read: every manifest by a parser of its format, and held to what it promises.</summary>
public sealed partial class ManifestsTests
{
    private static readonly string Deploy = Path.Combine(Repository.Root, "deploy");
    private static readonly string[] Ours = ["filing-api", "dispatch-worker"];

    [Fact]
    public void The_composition_has_three_brokers_a_server_two_of_each_service_a_step_for_migrations_and_a_proxy()
    {
        var services = Map(Map(Documents(Path.Combine(Deploy, "compose.yaml")).Single())["services"]);

        Assert.Superset(
            new HashSet<string>
            {
                "rabbit1",
                "rabbit2",
                "rabbit3",
                "sql",
                "migrate-filing",
                "migrate-dispatch",
                "api1",
                "api2",
                "worker1",
                "worker2",
                "proxy",
            },
            services.Keys.ToHashSet()
        );
        foreach (var name in new[] { "api1", "api2", "worker1", "worker2", "migrate-filing", "migrate-dispatch" })
        {
            var service = Map(services[name]);
            Assert.Equal(("true", "1654:1654"), (service["read_only"], service["user"]));
            Assert.Contains("service_completed_successfully", Text(service["depends_on"]), StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(Deploy, "..", (string)Map(service["build"])["dockerfile"])), name);
        }
    }

    [Fact]
    public void Every_pod_of_ours_runs_without_root_on_a_read_only_disk_within_limits_and_outlives_a_drained_node()
    {
        var manifests = Directory.GetFiles(Path.Combine(Deploy, "k8s"), "*.yaml").SelectMany(Documents).Select(Map).ToList();
        foreach (var manifest in manifests)
        {
            Assert.True(
                manifest.ContainsKey("apiVersion") && manifest.ContainsKey("kind") && Map(manifest["metadata"]).ContainsKey("name")
            );
        }

        foreach (var name in Ours)
        {
            var deployment = manifests.Single(manifest =>
                (string)manifest["kind"] == "Deployment" && (string)Map(manifest["metadata"])["name"] == name
            );
            var pod = Map(Map(Map(deployment["spec"])["template"])["spec"]);
            var container = Map(((List<object>)pod["containers"]).Single());
            Assert.Equal("true", Map(pod["securityContext"])["runAsNonRoot"]);
            Assert.Equal("true", Map(container["securityContext"])["readOnlyRootFilesystem"]);
            Assert.True(Map(container["resources"]).ContainsKey("limits"));
            Assert.Contains("/readyz", Text(container["readinessProbe"]), StringComparison.Ordinal);
            Assert.Contains("/healthz", Text(container["livenessProbe"]), StringComparison.Ordinal);
            Assert.Contains(
                manifests,
                manifest => (string)manifest["kind"] == "PodDisruptionBudget" && (string)Map(manifest["metadata"])["name"] == name
            );
        }
    }

    [Fact]
    public void Images_are_made_for_a_user_who_is_not_root()
    {
        foreach (var file in Directory.GetFiles(Deploy, "Dockerfile.*"))
        {
            var lines = File.ReadAllLines(file);
            Assert.Contains("USER 1654:1654", lines);
            Assert.True(
                Array.IndexOf(lines, "USER 1654:1654")
                    < Array.FindIndex(lines, line => line.StartsWith("ENTRYPOINT", StringComparison.Ordinal)),
                file
            );
        }
    }

    [Fact]
    public async Task Rules_and_dashboard_name_only_figures_that_the_service_shows()
    {
        var rules = File.ReadAllText(Path.Combine(Deploy, "monitoring", "rules.yaml"));
        Assert.NotEmpty(Documents(Path.Combine(Deploy, "monitoring", "rules.yaml")));
        Assert.NotEmpty(Documents(Path.Combine(Deploy, "monitoring", "prometheus.yaml")));
        var dashboard = File.ReadAllText(Path.Combine(Deploy, "monitoring", "dashboard.json"));
        using var parsed = JsonDocument.Parse(dashboard);
        var shown = await Shown.Metrics();

        foreach (var name in Name().Matches(rules + dashboard).Select(match => match.Value).Distinct())
        {
            Assert.Contains(name, shown);
        }
    }

    /// <summary>Those of the bus and the broker are looked at where there is one: EndToEnd.Tests.</summary>
    [GeneratedRegex(@"\b(filing|writer|store)_[a-z_]+\b(?=[\[{) >=])")]
    private static partial Regex Name();

    private static List<object> Documents(string file)
    {
        var parser = new MergingParser(new Parser(new StringReader(File.ReadAllText(file))));
        var documents = new List<object>();
        parser.Consume<YamlDotNet.Core.Events.StreamStart>();
        while (parser.Accept<YamlDotNet.Core.Events.DocumentStart>(out _))
        {
            documents.Add(new DeserializerBuilder().Build().Deserialize<object>(parser));
        }

        return documents;
    }

    private static Dictionary<string, object> Map(object node) =>
        ((Dictionary<object, object>)node).ToDictionary(pair => (string)pair.Key, pair => pair.Value);

    private static string Text(object node) => new SerializerBuilder().Build().Serialize(node);
}
