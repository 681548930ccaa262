using MassTransit;

namespace Contracts.Delivery;

/// <summary>The message has a later version than this program knows. It is parked whole, for a newer program.</summary>
public sealed class UnknownVersionException(int version)
    : Exception(
        $"The message is of wire version {version}; this program knows {WireVersion.Present}. "
            + "It is parked: install the newer program, then replay it."
    );

/// <summary>Increase it when an old reader would misread a message. A new optional member needs no new version.</summary>
public static class WireVersion
{
    public const string Header = "wire-version";
    public const int Present = 1;

    /// <summary>Runs before any retry: a retry does not help against an unknown version.</summary>
    public static void Check(MessageContext context)
    {
        if (context.Headers.Get<int>(Header) is { } version && version > Present)
        {
            throw new UnknownVersionException(version);
        }
    }
}
