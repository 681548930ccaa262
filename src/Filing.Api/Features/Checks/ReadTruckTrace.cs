using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Leads;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Checks;

/// <summary>What is known of a truck beside the verdict: when it was last checked and when it last ran unregistered.</summary>
public static class ReadTruckTrace
{
    private const int Most = 5;

    /// <summary>Older checks are not looked for: the log of questions is read by time.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(30);

    public sealed record TraceView(string Plate, IReadOnlyList<PastCheckView> Checks, IReadOnlyList<PastRunView> Runs);

    public sealed record PastCheckView(DateTimeOffset At, VerdictCode Code, VerdictColour Colour);

    /// <summary><c>TruckColour</c>: of the plate, null where no truck of the roster has it.</summary>
    public sealed record PastRunView(
        Guid Id,
        DateTimeOffset First,
        DateTimeOffset Last,
        IReadOnlyList<VerdictCode> Codes,
        PlateColour? TruckColour,
        RunStatus Status
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/checks/{plate}/trace", Handle)
            .RequireAccess("ReadTruckTrace", Role.Squad, Role.Supervisor)
            .Refuses(Refusals.UnreadablePlate)
            .Produces<TraceView>();

    public static async Task<Answer> Handle(
        string plate,
        FilingDb db,
        IDbContextFactory<QuestionDb> questions,
        RegisterReader register,
        Caller caller,
        CancellationToken cancel
    )
    {
        if (!Plate.TryParse(plate, out var parsed))
        {
            return Answer.Refused(caller, Refusals.UnreadablePlate.At("/plate", Shape.Shorten(plate)));
        }

        var (value, since) = (parsed.Value, register.Now - Back);
        await using var log = await questions.CreateDbContextAsync(cancel);
        var checks = await log
            .Questions.AsNoTracking()
            .Where(row => row.At >= since && row.Plate == value)
            .OrderByDescending(row => row.At)
            .ThenByDescending(row => row.Id)
            .Select(row => new { row.At, row.Code })
            .Take(Most)
            .ToListAsync(cancel);
        var runs = await db
            .Leads.AsNoTracking()
            .VisibleTo(caller)
            .Where(lead => lead.Kind == LeadKind.UnregisteredRun && lead.Plate == value)
            .OrderByDescending(lead => lead.RaisedAt)
            .ThenByDescending(lead => lead.Id)
            .Take(Most)
            .ToListAsync(cancel);
        return Answer.Ok(
            new TraceView(
                parsed.Display,
                [.. checks.Select(row => new PastCheckView(row.At, row.Code, VerdictWords.Of(row.Code).Colour))],
                [
                    .. runs.Select(lead => new PastRunView(
                        lead.Run!.Id,
                        lead.Run.First,
                        lead.Run.Last,
                        lead.Run.Codes,
                        lead.Colour,
                        lead.RunStatus
                    )),
                ]
            )
        );
    }
}
