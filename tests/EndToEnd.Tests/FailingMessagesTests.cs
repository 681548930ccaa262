using System.Collections.Concurrent;
using Contracts.Delivery;
using Contracts.Filing;
using EndToEnd.Tests.Brokers;
using EndToEnd.Tests.Running;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace EndToEnd.Tests;

/// <summary>What becomes of a message that fails at its consumer, over a real broker and our own configuration of it.</summary>
[Collection(BrokerGroup.Name)]
public sealed class FailingMessagesTests(Broker broker) : IAsyncLifetime
{
    private const string Prefix = "probe";
    private static readonly string Endpoint = Rabbit.EndpointNames(Prefix).Consumer<Probe>();
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly BrokerSettings _settings = BrokerSettings.Parse(
        "test",
        broker.Address.ToString(),
        waits: "0.3,0.7",
        towns: "430181117"
    );
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        await broker.Forget(
            [Endpoint, .. FilingApi.Service.Consumers.Endpoints],
            [.. _settings.Waits.Select(wait => WaitQueues.NameOf(Endpoint, wait))]
        );
        Probe.Reset();
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddSingleton<IMessagePublisher, BusPublisher>();
        services.AddRabbit(_settings, Prefix, x => x.AddConsumer<Probe, ProbeByTown>());
        _services = services.BuildServiceProvider();
        foreach (var hosted in _services.GetServices<IHostedService>())
        {
            await hosted.StartAsync(default);
        }

        // Its start only begins here: before the queue is bound there is nowhere to publish to.
        using var bound = new CancellationTokenSource(Patience);
        await _services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, bound.Token);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in _services.GetServices<IHostedService>())
        {
            await hosted.StopAsync(default);
        }

        await _services.DisposeAsync();
        await broker.Forget(
            [Endpoint, .. FilingApi.Service.Consumers.Endpoints],
            [.. _settings.Waits.Select(wait => WaitQueues.NameOf(Endpoint, wait))]
        );
    }

    [Fact]
    public async Task A_message_that_fails_for_a_while_waits_in_the_broker_and_is_taken_when_the_cause_is_gone()
    {
        Probe.Fails = number => number == "bad";
        await Publish("bad");
        await Publish("good");
        await Eventually.See(
            "the bad one has been tried, waited, and been tried again.",
            Patience,
            () => Task.FromResult(Probe.Tries.Count(number => number == "bad") > 4)
        );
        Assert.Contains("good", Probe.Taken);

        Probe.Fails = _ => false;

        await Eventually.See("the bad one is taken.", Patience, () => Task.FromResult(Probe.Taken.Contains("bad")));
        Assert.Equal(0u, await broker.Waiting(Endpoint + Rabbit.ErrorSuffix) ?? 0);
    }

    [Fact]
    public async Task What_fails_to_the_end_is_parked_shown_with_its_reason_and_taken_after_a_replay()
    {
        Probe.Fails = _ => true;
        var id = await Publish("bad");
        await Eventually.See("the message is parked.", Patience, async () => await broker.Waiting(Endpoint + Rabbit.ErrorSuffix) == 1);
        var shown = await Parked();
        Assert.Contains($"{Endpoint}_error\t{id}\tContracts.Filing.ReviewEnded\t-\tThe store is away.", shown, StringComparison.Ordinal);
        Probe.Fails = _ => false;

        Assert.Contains("1 replayed.", await Parked("replay", id.ToString()), StringComparison.Ordinal);

        await Eventually.See("the message is taken.", Patience, () => Task.FromResult(Probe.Taken.Contains("bad")));
        Assert.Contains("Nothing is parked.", await Parked(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unreadable_messages_are_parked_whole_and_at_once_and_block_no_other()
    {
        await Publish("later", version: WireVersion.Present + 1);
        await Raw("not json"u8.ToArray());
        await Publish("good");

        await Eventually.See("both are parked.", Patience, async () => await broker.Waiting(Endpoint + Rabbit.ErrorSuffix) == 2);
        await Eventually.See("the good one is taken.", Patience, () => Task.FromResult(Probe.Taken.Contains("good")));
        var shown = await Parked();
        Assert.Contains("wire version 2", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("later", Probe.Tries);
        var replayed = await Parked("replay", "--all");
        Assert.True(replayed.Contains("2 replayed.", StringComparison.Ordinal), $"{shown}\n{replayed}");
        await Eventually.See(
            "both are parked again: nothing was lost.",
            Patience,
            async () => await broker.Waiting(Endpoint + Rabbit.ErrorSuffix) == 2
        );
    }

    [Fact]
    public async Task A_towns_messages_reach_only_its_queue_and_stay_with_the_sender_without_a_receiver()
    {
        await Publish("ours");

        await Eventually.See("our town's is taken.", Patience, () => Task.FromResult(Probe.Taken.Contains("ours")));
        await Assert.ThrowsAsync<BrokerAwayException>(() => Publish("elsewhere", town: "430181118"));
        Assert.DoesNotContain("elsewhere", Probe.Tries);
    }

    private async Task<Guid> Publish(string number, string town = "430181117", int? version = null)
    {
        var id = NewId.NextGuid();
        var message = new ReviewEnded
        {
            Number = number,
            Version = 1,
            Town = town,
            Outcome = "recorded",
            EndedAt = Make.Now(),
        };
        if (version is null)
        {
            await _services.GetRequiredService<IMessagePublisher>().Publish(message, typeof(ReviewEnded), id, town, default);
        }
        else
        {
            await _services
                .GetRequiredService<IBus>()
                .Publish(
                    message,
                    context =>
                    {
                        context.MessageId = id;
                        context.Headers.Set(WireVersion.Header, version);
                        context.SetRoutingKey(town);
                    }
                );
        }

        return id;
    }

    private async Task Raw(byte[] body)
    {
        await using var connection = await _settings.Connect("test", default);
        await using var channel = await connection.CreateChannelAsync();
        await channel.BasicPublishAsync("", Endpoint, body);
    }

    private async Task<string> Parked(params string[] args)
    {
        var (said, wrong) = (new StringWriter(), new StringWriter());
        var code = await new DeadLetterCommand([], _settings, [Endpoint]).Run(args, said, wrong, default);
        Assert.True(code == 0, wrong.ToString());
        return said.ToString();
    }

    /// <summary>Fails as a test says; remembers what it was given and what it took.</summary>
    private sealed class Probe : IConsumer<ReviewEnded>
    {
        public static ConcurrentQueue<string> Tries { get; private set; } = new();
        public static ConcurrentQueue<string> Taken { get; private set; } = new();
        public static Func<string, bool> Fails { get; set; } = _ => false;

        public static void Reset() => (Tries, Taken, Fails) = (new(), new(), _ => false);

        public Task Consume(ConsumeContext<ReviewEnded> context)
        {
            Tries.Enqueue(context.Message.Number);
            if (Fails(context.Message.Number))
            {
                throw new InvalidOperationException("The store is away.");
            }

            Taken.Enqueue(context.Message.Number);
            return Task.CompletedTask;
        }
    }

    private sealed class ProbeByTown(BrokerSettings broker) : ConsumerDefinition<Probe>
    {
        protected override void ConfigureConsumer(
            IReceiveEndpointConfigurator endpointConfigurator,
            IConsumerConfigurator<Probe> consumerConfigurator,
            IRegistrationContext context
        ) => endpointConfigurator.TakeByTown<ReviewEnded>(broker);
    }
}
