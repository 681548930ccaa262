using DispatchWorker.Planning.Input;

namespace DispatchWorker.Planning.Model;

/// <summary>Stops of one truck in order, each the id of a job or a plant.</summary>
public sealed record FixedStops(string Truck, IReadOnlyList<string> Stops)
{
    /// <summary>One entry per truck: the stops of several lines follow each other.</summary>
    internal static IReadOnlyList<FixedStops> ReadAll(Fields root, string name, Names names) =>
        [
            .. root.Each(name)
                .Select(line => Read(line, names, mustExist: name == "frozen"))
                .GroupBy(line => line.Truck)
                .Select(lines => new FixedStops(lines.Key, [.. lines.SelectMany(line => line.Stops)])),
        ];

    /// <summary>A stop of the previous plan may be gone today. A frozen stop must exist, and no job is done twice.</summary>
    private static FixedStops Read(Fields line, Names names, bool mustExist)
    {
        var truck = line.Text("truck");
        if (truck.Length > 0 && !names.Trucks.Contains(truck))
        {
            line.Wrong("truck", "DSP-007", $"没有车辆“{truck}”", $"there is no truck \"{truck}\"");
        }

        var stops = line.Texts("stops");
        for (var at = 0; at < stops.Count && mustExist; at++)
        {
            var stop = stops[at];
            if (names.Plants.Contains(stop))
            {
                continue;
            }

            if (!names.Jobs.Contains(stop))
            {
                line.Wrong($"stops/{at}", "DSP-007", $"没有作业或卸点“{stop}”", $"there is no job or plant \"{stop}\"");
            }
            else if (!names.FrozenJobs.Add(stop) && !names.LargeJobs.Contains(stop))
            {
                line.Wrong($"stops/{at}", "DSP-009", $"作业“{stop}”出现两次", $"job \"{stop}\" occurs twice");
            }
        }

        return new FixedStops(truck, stops);
    }
}
