using Contracts.Filing;
using Contracts.Register;
using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.TownDay;

/// <summary>A job of the day with the volume of it that the plan may give out, m³.</summary>
internal sealed record OpenJob(PlanningJob Job, decimal M3);

internal static class OpenJobs
{
    /// <summary>What an urgent job weighs; any other weighs 1. The planner's samples have it so.</summary>
    public const double Urgent = 10;

    public static List<OpenJob> Of(DayFacts facts, DayOrders orders) =>
        [
            .. facts
                .Jobs.Where(job => job.Town == facts.Town && Touches(job, facts.Date))
                // Two messages may not be of the same moment: never more than the whole.
                .Select(job => new OpenJob(job, Math.Min(job.M3, job.LeftM3 + orders.OpenM3(job.Id))))
                .Where(open => open.M3 > 0)
                .OrderBy(open => open.Job.Id, StringComparer.Ordinal),
        ];

    /// <summary>Every day from its earliest to its latest; without an earliest from its making, without a latest for good (R9).</summary>
    public static bool Touches(PlanningJob job, DateOnly date) =>
        ChinaTime.DayOf(job.Earliest ?? job.ReportedAt) <= date && (job.Latest is not { } latest || date <= ChinaTime.DayOf(latest));

    /// <param name="open">The job.</param>
    /// <param name="place">Its place in the problem.</param>
    /// <param name="clock">The day's.</param>
    /// <param name="now">In minutes of the day: what has not begun begins no earlier.</param>
    public static Job ToJob(this OpenJob open, int place, DayClock clock, double now) =>
        new(open.Job.Id, place)
        {
            Volume = (double)open.M3,
            Service = (double)(open.Job.Minutes * open.M3 / open.Job.M3),
            Open = Math.Max(Math.Max(0, now), open.Job.Earliest is { } earliest ? clock.MinuteOf(earliest) : 0),
            Close = open.Job.Latest is { } latest ? clock.MinuteOf(latest) : double.PositiveInfinity,
            Soft = !open.Job.Hard,
            Priority = open.Job.Urgent ? Urgent : 1,
            Kind = open.Job.Kind,
            Equipment = open.Job.Equipment,
            Crew = open.Job.Crew,
        };
}
