using System.Reflection;
using Contracts.Delivery;
using Contracts.Tests.Messages;
using FilingApi.Consumers;
using MassTransit;

namespace FilingApi.Tests.Consumers;

/// <summary>Who sends and who receives, as the catalogue of messages says it, against the consumers of both services.</summary>
public sealed class CatalogueTests
{
    private static readonly Assembly[] Services = [typeof(RouteReviews).Assembly, typeof(DispatchWorker.Consumers.KeepJobs).Assembly];

    [Fact]
    public void The_receivers_of_the_catalogue_are_the_consumers_that_exist()
    {
        var named =
            from row in Catalogue.Rows
            from receiver in row.Receivers
            select $"{row.Message} {receiver.Service} {receiver.Consumer}";

        var existing =
            from service in Services
            from type in service.GetTypes()
            from consumed in type.GetInterfaces()
            where consumed.IsGenericType && consumed.GetGenericTypeDefinition() == typeof(IConsumer<>)
            let message = consumed.GetGenericArguments()[0]
            where Wire.MessageTypes.ContainsKey(message.FullName!)
            select $"{Catalogue.NameOf(message)} {service.GetName().Name} {type.Name}";

        Assert.Equal(existing.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_message_is_named_after_the_service_that_sends_it() =>
        Assert.All(Catalogue.Rows, row => Assert.StartsWith($"{row.Message.Split('.')[0]}.", row.Sender, StringComparison.Ordinal));
}
