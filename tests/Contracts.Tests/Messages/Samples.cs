using Contracts.Dispatch;
using Contracts.Filing;
using Contracts.Register;

namespace Contracts.Tests.Messages;

/// <summary>One message of every type, nulls included.</summary>
internal static class Samples
{
    private static readonly Guid RunId = Guid.Parse("0199b000-0000-7000-8000-000000000003");

    public static readonly ReviewEnded ReviewEnded = new()
    {
        Number = Make.Number,
        Version = 3,
        Town = "430181117",
        Outcome = "recorded",
        EndedAt = Make.At("09:00"),
    };

    private static readonly RunSnapshot Run = new()
    {
        Id = RunId,
        Version = 2,
        Town = "430181117",
        Plate = Make.Plate,
        Colour = null,
        OpenedAt = Make.At("10:01"),
        First = Make.At("10:00"),
        Last = Make.At("10:30"),
        Codes = [VerdictCode.NotFiled, VerdictCode.TooLate],
    };

    private static readonly RunUpdate Told = new()
    {
        Run = Run,
        Joined = ["s1", "s2"],
        Left = [],
        End = new RunEnd(Make.At("11:00"), null),
    };

    private static readonly Sighting Sighting = new()
    {
        Id = "s1",
        Account = "camera",
        SenderId = "c-1",
        Town = "430181117",
        Plate = Make.Plate,
        Colour = null,
        At = Make.At("10:00"),
        Activity = Activity.Working,
        Point = null,
        Doubtful = false,
    };

    private static readonly Judgement Judgement = new("s1", VerdictCode.WrongPlace, 2);

    public static readonly IReadOnlyList<object> All =
    [
        ReviewEnded,
        new SightingConfirmed
        {
            Sighting = Sighting,
            ArrivedAt = Make.At("10:01"),
            ConfirmedAt = Make.At("11:00"),
        },
        new ReviewRequested
        {
            Number = Make.Number,
            Version = 1,
            Town = "430181117",
            Kind = "septic",
            Emergency = true,
            SubmittedAt = Make.At("08:00"),
            DueAt = null,
        },
        new RegisterFactsAdded
        {
            Facts = Make.Facts(
                Make.Permission(colour: PlateColour.GreenSmall),
                (FactKind.Submitted, "08:00"),
                (FactKind.Recorded, "09:00")
            ),
        },
        new SightingsReported
        {
            ArrivedAt = Make.At("10:01"),
            Sightings = [Sighting, Sighting with { Colour = PlateColour.Yellow, Point = Make.Site }],
        },
        Sighting,
        new SightingsJudged { Judgements = [Judgement] },
        Judgement,
        Run,
        Told,
        Told.End!,
        new RunsUpdated { Runs = [Told, Told with { Left = ["s3"], End = null }] },
        .. PlanningSamples.All,
    ];
}
