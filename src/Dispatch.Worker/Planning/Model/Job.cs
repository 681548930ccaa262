using DispatchWorker.Planning.Input;

namespace DispatchWorker.Planning.Model;

/// <summary>Work at a place. It must begin between <see cref="Open"/> and <see cref="Close"/>; a truck that arrives early
/// waits.</summary>
public sealed record Job(string Id, int Place)
{
    /// <summary>In m³. More than any tank holds becomes several visits.</summary>
    public required double Volume { get; init; }

    /// <summary>How long the work takes.</summary>
    public double Service { get; init; }
    public double Open { get; init; }
    public double Close { get; init; } = double.PositiveInfinity;

    /// <summary>Leaving out a job of priority 2 costs as much as leaving out two of priority 1.</summary>
    public double Priority { get; init; } = 1;
    public IReadOnlyList<string> Equipment { get; init; } = [];
    public IReadOnlyList<string> Crew { get; init; } = [];
    public string? Kind { get; init; }

    /// <summary>Work may begin after <see cref="Close"/>, at a price.</summary>
    public bool Soft { get; init; }

    /// <summary>When work should have begun, inside a wider window; later has a price.</summary>
    public double? Due { get; init; }

    internal static Job Read(Fields fields, Names names)
    {
        var (open, close) = fields.Window("open", "close");
        var job = new Job(Names.Id(fields, names.Jobs), names.PlaceOf(fields))
        {
            Volume = fields.Number("volume", 0, least: 0),
            Service = fields.Number("service", 0, least: 0),
            Open = open,
            Close = close,
            Priority = fields.Number("priority", 1, least: 0),
            Equipment = fields.Texts("equipment"),
            Crew = fields.Texts("crew"),
            Kind = fields.MaybeText("kind"),
            Soft = fields.Flag("soft", false),
            Due = fields.MaybeNumber("due"),
        };
        if (job.Volume > names.LargestTank)
        {
            names.LargeJobs.Add(job.Id);
        }

        return job;
    }
}
