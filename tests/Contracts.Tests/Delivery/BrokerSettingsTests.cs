using Contracts.Delivery;

namespace Contracts.Tests.Delivery;

public sealed class BrokerSettingsTests
{
    [Fact]
    public void Every_node_of_a_cluster_is_kept_and_so_are_the_waits_and_the_towns()
    {
        var broker = BrokerSettings.Parse("AMQP", "amqp://u:p@one:5672/, amqp://u:p@two:5673/", "1,2.5", "430181117,430181118");

        Assert.Equal(["one", "two"], broker.Nodes.Select(node => node.Host));
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2.5)], broker.Waits);
        Assert.Equal(["430181117", "430181118"], broker.Towns);
    }

    [Theory]
    [InlineData("", "AMQP is empty")]
    [InlineData("http://u:secret@one/", "AMQP cannot be used")]
    [InlineData("rabbit", "AMQP cannot be used")]
    [InlineData("amqp://u:secret@one/,amqp://v:secret@two/", "different users")]
    public void An_unusable_address_is_reported_in_one_sentence_without_its_password(string given, string expected)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => BrokerSettings.Parse("AMQP", given));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void A_wait_that_is_no_number_of_seconds_is_refused() =>
        Assert.Contains(
            "a wait is 'soon'",
            Assert.Throws<InvalidOperationException>(() => BrokerSettings.Parse("AMQP", "amqp://one/", "soon")).Message,
            StringComparison.Ordinal
        );
}
