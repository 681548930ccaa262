using Contracts.Delivery;
using Contracts.Filing;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Contracts.Tests.Delivery;

/// <summary>This assembly stands for a service that has got another consumer.</summary>
public sealed class ServiceConsumersTests
{
    private readonly ServiceConsumers _consumers = new(typeof(ServiceConsumersTests).Assembly, "sample");

    [Fact]
    public void A_consumer_of_the_assembly_is_registered_with_its_definition()
    {
        var services = new ServiceCollection();

        services.AddMassTransit(_consumers.AddTo);

        Assert.Contains(services, service => service.ServiceType == typeof(ReadLatest));
        Assert.Contains(services, service => service.ServiceType == typeof(ReadLatestInBulk));
    }

    [Fact]
    public void Its_queue_is_listed_and_none_of_what_only_looks_like_one()
    {
        Assert.Contains("sample-read-latest", _consumers.Endpoints);
        Assert.DoesNotContain(_consumers.Endpoints, name => name.Contains("unfinished", StringComparison.Ordinal));
        Assert.DoesNotContain(_consumers.Endpoints, name => name.Contains("bulk", StringComparison.Ordinal));
    }

    public abstract class Unfinished : IConsumer<ReviewEnded>
    {
        public abstract Task Consume(ConsumeContext<ReviewEnded> context);
    }

    public sealed class ReadLatest : Unfinished
    {
        public override Task Consume(ConsumeContext<ReviewEnded> context) => Task.CompletedTask;
    }

    public sealed class ReadLatestInBulk : Bulky<ReadLatest>;
}
