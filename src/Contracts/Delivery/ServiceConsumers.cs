using System.Reflection;
using MassTransit;

namespace Contracts.Delivery;

/// <summary>The consumers of a service: every one of its assembly, so that none is registered whose queue nobody looks at.</summary>
public sealed class ServiceConsumers
{
    private readonly Type[] _types;

    /// <param name="assembly">The service's own. A definition in it holds for its consumer.</param>
    /// <param name="queuePrefix">Of the service's queues.</param>
    public ServiceConsumers(Assembly assembly, string queuePrefix)
    {
        var names = Rabbit.EndpointNames(queuePrefix);
        _types = [.. assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false })];
        Endpoints = [.. _types.Where(type => type.IsAssignableTo(typeof(IConsumer))).Select(type => NameOf(names, type))];
    }

    /// <summary>Their queues over a broker.</summary>
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
