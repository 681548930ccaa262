using System.Runtime.CompilerServices;

namespace DispatchWorker.Planning.Search;

/// <summary>Random numbers (splitmix64): fast, and the same on every machine, so that a seed always gives the same plan.</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed * 0x9E3779B97F4A7C15UL + 0x632BE59BD9B4E019UL;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    /// <summary>In (0, 1]: never zero, so that its logarithm is finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Unit() => ((Next() >> 11) + 1) * (1.0 / (1UL << 53));

    /// <summary>How many trials of probability <paramref name="chance"/> fail before the next succeeds: one draw for many
    /// trials.</summary>
    public int Gap(double chance) => chance <= 0 ? int.MaxValue : (int)Math.Min(1e9, Math.Log(Unit()) / Math.Log(1 - chance));
}
