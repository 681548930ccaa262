using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Search;

/// <summary>When trucks neither drive nor work, in ticks. A rule about such times is added here.</summary>
internal sealed class Interruptions
{
    /// <summary>[vehicle]: its filings, by time.</summary>
    public required (int From, int To)[][] Blocked { get; init; }

    /// <summary>[vehicle]: a rest of the length lies somewhere in the span; where, the <see cref="Day"/> knows.</summary>
    public required (int From, int To, int Length)[][] Breaks { get; init; }

    public static bool Needed(Problem problem) => problem.Trucks.Any(truck => truck.Blocked.Count + truck.Breaks.Count > 0);

    public static Interruptions Of(Problem problem, Scales scales) =>
        new()
        {
            Blocked =
            [
                .. problem.Trucks.Select(truck =>
                    truck
                        .Blocked.Where(span => span.To > span.From)
                        .Select(span => (scales.Earlier(span.From), scales.Later(span.To)))
                        .Order()
                        .ToArray()
                ),
            ],
            Breaks =
            [
                .. problem.Trucks.Select(truck =>
                    truck
                        .Breaks.Where(rest => rest.Length > 0)
                        .Select(rest => (scales.Later(rest.From), scales.Earlier(rest.To), scales.Later(rest.Length)))
                        .ToArray()
                ),
            ],
        };

    /// <summary>The first moment from which on nothing interrupts the truck for <paramref name="length"/> ticks.</summary>
    public int Free(Day day, int truck, int moment, int length)
    {
        var blocked = Blocked[truck];
        if (length == 0 || blocked.Length + day.Breaks.Length == 0)
        {
            return moment;
        }

        for (var moved = true; moved; )
        {
            moved = false;
            foreach (var (from, to) in blocked)
            {
                Push(ref moment, length, from, to, ref moved);
            }

            for (var i = 0; i < day.Breaks.Length; i++)
            {
                Push(ref moment, length, day.Breaks[i], day.Breaks[i] + Breaks[truck][i].Length, ref moved);
            }
        }

        return moment;
    }

    private static void Push(ref int moment, int length, int from, int to, ref bool moved)
    {
        if (moment >= to || moment + length <= from)
        {
            return;
        }

        moment = to;
        moved = true;
    }
}
