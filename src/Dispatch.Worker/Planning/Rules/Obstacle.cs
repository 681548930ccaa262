using System.Globalization;
using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Rules;

/// <summary>A job that one rule keeps out of the plan, and where it would go without that rule.</summary>
internal sealed class Obstacle(Problem problem, Job job, Insertion place)
{
    public Job Job => job;
    public Insertion Place => place;
    public Truck Truck { get; } = problem.Trucks.First(truck => truck.Id == place.Truck);

    /// <summary>The truck, when it would begin, and what it would take: "truck T1 at 16:40, 25 min late".</summary>
    public Words At(string zh, string en) =>
        new($"{Truck.Id} 车 {Moment(place.Start)}，{zh}", $"truck {Truck.Id} at {Moment(place.Start)}, {en}");

    /// <summary>The truck and when it would begin, no more.</summary>
    public Words At() => new($"{Truck.Id} 车 {Moment(place.Start)}", $"truck {Truck.Id} at {Moment(place.Start)}");

    /// <summary>A moment in the problem's unit: hours and minutes on a real map, a plain number elsewhere.</summary>
    public string Moment(double moment)
    {
        var minutes = moment * problem.MinutesPerUnit;
        return problem.Metric == Metric.GreatCircle && minutes is >= 0 and < 2880
            ? TimeSpan.FromMinutes(Math.Round(minutes)).ToString(@"hh\:mm", CultureInfo.InvariantCulture)
            : moment.ToString("0.###", CultureInfo.InvariantCulture);
    }

    /// <summary>A length in the problem's unit: whole minutes, rounded up, on a real map; a plain number elsewhere.</summary>
    public Words Length(double length)
    {
        if (problem.Metric != Metric.GreatCircle)
        {
            var number = length.ToString("0.###", CultureInfo.InvariantCulture);
            return new(number, number);
        }

        var minutes = Math.Ceiling(length * problem.MinutesPerUnit - 1e-9).ToString("0", CultureInfo.InvariantCulture);
        return new($"{minutes} 分钟", $"{minutes} min");
    }

    public static string List(IEnumerable<string> names) => string.Join(", ", names);
}
