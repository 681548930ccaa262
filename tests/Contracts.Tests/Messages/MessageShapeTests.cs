using System.Text.Json;
using Contracts.Delivery;
using MassTransit.Serialization;

namespace Contracts.Tests.Messages;

/// <summary>Type names and JSON shapes are wire format: what stands in an outbox or a queue must still be read after an update.</summary>
public sealed class MessageShapeTests
{
    [Fact]
    public void Names_and_shapes_are_those_of_the_snapshot()
    {
        var expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Messages", "messages.txt"));

        var actual = string.Concat(
            Samples.All.Select(message => $"{message.GetType().FullName} {Write(message)}\n").Order(StringComparer.Ordinal)
        );

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Every_message_type_is_in_the_snapshot() =>
        Assert.Equal(
            Wire.MessageTypes.Keys.Order(StringComparer.Ordinal),
            Samples.All.Select(message => message.GetType().FullName!).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_message_can_be_read_back_from_the_outbox_and_the_bus()
    {
        foreach (var message in Samples.All)
        {
            foreach (var options in new[] { Wire.Json, SystemTextJsonMessageSerializer.Options })
            {
                var read = JsonSerializer.Deserialize(
                    JsonSerializer.Serialize(message, message.GetType(), options),
                    message.GetType(),
                    options
                )!;

                Assert.Equal(Write(message), Write(read));
            }
        }
    }

    [Theory]
    [InlineData("\"greenSmall\"")]
    [InlineData("\"Yellow\"")]
    [InlineData("1")]
    public void An_enum_is_read_by_its_wire_name_alone(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Contracts.Register.PlateColour>(json, Wire.Json));

    private static string Write(object message) => JsonSerializer.Serialize(message, message.GetType(), Wire.Json);
}
