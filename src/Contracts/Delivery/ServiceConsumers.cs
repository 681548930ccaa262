using System.Reflection;
using MassTransit;

namespace Contracts.Delivery;

/// <summary>All consumers of a service's assembly, so that none is registered without its queue being monitored.</summary>
public sealed class ServiceConsumers
{
    private readonly Type[] _types;

    /// <param name="assembly">The service's assembly. A consumer uses its definition in it.</param>
    /// <param name="queuePrefix">The prefix of the service's queues.</param>
    public ServiceConsumers(Assembly assembly, string queuePrefix)
    {
        var names = Rabbit.EndpointNames(queuePrefix);
        _types = [.. assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false })];
        Endpoints = [.. _types.Where(type => type.IsAssignableTo(typeof(IConsumer))).Select(type => NameOf(names, type))];
    }

    /// <summary>The queues of the consumers with a broker.</summary>
    public IReadOnlyList<string> Endpoints { get; }

    /// <summary>For <c>AddMediator</c> and <c>AddMassTransit</c> alike.</summary>
    public void AddTo(IRegistrationConfigurator x) => x.AddConsumers(_types);

    private static string NameOf(IEndpointNameFormatter names, Type consumer) =>
        (string)
            typeof(IEndpointNameFormatter)
                .GetMethod(nameof(IEndpointNameFormatter.Consumer))!
                .MakeGenericMethod(consumer)
                .Invoke(names, null)!;
}
