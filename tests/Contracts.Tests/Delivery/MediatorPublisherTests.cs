using Contracts.Delivery;
using Contracts.Filing;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Contracts.Tests.Delivery;

public sealed class MediatorPublisherTests
{
    private static readonly Guid Id = Guid.Parse("0199b000-0000-7000-8000-000000000002");

    [Fact]
    public async Task It_returns_when_the_consumer_has_finished_with_the_rows_id()
    {
        await using var services = Services(fails: false);

        await new MediatorPublisher(services.GetRequiredService<MassTransit.Mediator.IMediator>()).Publish(
            Messages.Samples.ReviewEnded,
            typeof(ReviewEnded),
            Id,
            null,
            default
        );

        Assert.Equal(Id, services.GetRequiredService<Heard>().MessageId);
    }

    [Fact]
    public async Task It_throws_when_a_consumer_failed()
    {
        await using var services = Services(fails: true);

        var publish = new MediatorPublisher(services.GetRequiredService<MassTransit.Mediator.IMediator>()).Publish(
            Messages.Samples.ReviewEnded,
            typeof(ReviewEnded),
            Id,
            null,
            default
        );

        await Assert.ThrowsAnyAsync<Exception>(() => publish);
    }

    private static ServiceProvider Services(bool fails) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(new Heard { Fails = fails })
            .AddMediator(x => x.AddConsumer<Hear>())
            .BuildServiceProvider();

    public sealed class Heard
    {
        public Guid? MessageId { get; set; }
        public bool Fails { get; init; }
    }

    public sealed class Hear(Heard heard) : IConsumer<ReviewEnded>
    {
        public async Task Consume(ConsumeContext<ReviewEnded> context)
        {
            await Task.Yield();
            if (heard.Fails)
            {
                throw new InvalidOperationException("no");
            }

            heard.MessageId = context.MessageId;
        }
    }
}
