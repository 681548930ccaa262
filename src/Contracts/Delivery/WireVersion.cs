using MassTransit;

namespace Contracts.Delivery;

/// <summary>A message of a later version than this program knows: it is put aside whole, for the program that will know it.</summary>
public sealed class UnknownVersionException(int version)
    : Exception(
        $"The message is of wire version {version}; this program knows {WireVersion.Present}. "
            + "It is parked: install the newer program, then replay it."
    );

/// <summary>
/// Rises when a message's meaning changes so that an old reader would misread it; a new member that may be left out is no new
/// version.
/// </summary>
public static class WireVersion
{
    public const string Header = "wire-version";
    public const int Present = 1;

    /// <summary>Before anything is tried: a version that is not known will not be known by trying.</summary>
    public static void Check(MessageContext context)
    {
        if (context.Headers.Get<int>(Header) is { } version && version > Present)
        {
            throw new UnknownVersionException(version);
        }
    }
}
