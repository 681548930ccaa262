using System.Reflection;
using Contracts.Delivery;
using Contracts.Filing;
using MassTransit;

namespace Contracts.Tests.Delivery;

public sealed class BusPublisherTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_bus_that_never_answers_holds_no_message_for_long()
    {
        var publisher = new BusPublisher(DispatchProxy.Create<IBus, SilentBus>());

        var sent = publisher.Publish(
            new RegisterFactsAdded { Facts = [] },
            typeof(RegisterFactsAdded),
            Guid.NewGuid(),
            null,
            CancellationToken.None
        );

        var away = await Assert.ThrowsAsync<BrokerAwayException>(() => sent.WaitAsync(Patience));
        Assert.True(away.IsSilent);
    }

    [Fact]
    public async Task Stopping_the_service_is_not_reported_as_a_broker_failure()
    {
        using var stopping = new CancellationTokenSource();
        var publisher = new BusPublisher(DispatchProxy.Create<IBus, SilentBus>());

        var sent = publisher.Publish(
            new RegisterFactsAdded { Facts = [] },
            typeof(RegisterFactsAdded),
            Guid.NewGuid(),
            null,
            stopping.Token
        );
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent.WaitAsync(Patience));
    }

    /// <summary>What a real one was seen to do when its broker died at the first messages: neither done nor cancelled, for ever.</summary>
    public class SilentBus : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => new TaskCompletionSource().Task;
    }
}
