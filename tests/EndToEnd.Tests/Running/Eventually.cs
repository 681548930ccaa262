using System.Diagnostics;

namespace EndToEnd.Tests.Running;

/// <summary>Waits for a condition, never for a time; the bound is generous because the machine is shared.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    /// <param name="what">The condition as a sentence, for the failure's message.</param>
    /// <param name="bound">The time limit.</param>
    /// <param name="look">Returns the result, or null while the condition does not hold.</param>
    /// <param name="explain">Added to the failure's message, such as a process's last output.</param>
    public static async Task<T> See<T>(string what, TimeSpan bound, Func<Task<T?>> look, Func<string>? explain = null)
        where T : class
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (await look() is { } seen)
            {
                return seen;
            }

            if (waited.Elapsed > bound)
            {
                throw new TimeoutException($"Not within {bound.TotalSeconds:0} s: {what} {explain?.Invoke()}");
            }

            await Task.Delay(Step);
        }
    }

    public static Task See(string what, TimeSpan bound, Func<Task<bool>> look, Func<string>? explain = null) =>
        See<object>(what, bound, async () => await look() ? what : null, explain);
}
