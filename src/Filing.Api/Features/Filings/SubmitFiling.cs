using Contracts.Delivery;
using Contracts.Filing;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Trips;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Filings;

/// <summary>An enterprise files (R6, R8), at once or from a draft, and again what was returned.</summary>
public static class SubmitFiling
{
    private static readonly RefusalKind[] NotOrdinary =
    [
        Refusals.Hazardous,
        Refusals.MunicipalPipe,
        Refusals.NoKitchenQualification,
        Refusals.NoAgreement,
        Refusals.WindowTooLong,
        Refusals.WindowPast,
        Refusals.WindowBackwards,
        Refusals.PlantDoesNotTake,
        Refusals.UnknownPlant,
        Refusals.TruckNotOnRoster,
        Refusals.PapersRunOut,
        Refusals.UnknownTown,
        Refusals.OtherTown,
    ];

    private static readonly CompiledQuery<Func<FilingDb, string[], IAsyncEnumerable<Truck>>> TrucksOf = new(() =>
        EF.CompileAsyncQuery((FilingDb db, string[] plates) => db.Trucks.AsNoTracking().Where(truck => plates.Contains(truck.Plate)))
    );

    private static readonly CompiledQuery<Func<FilingDb, string[], IAsyncEnumerable<Organisation>>> Owners = new(() =>
        EF.CompileAsyncQuery(
            (FilingDb db, string[] codes) => db.Organisations.AsNoTracking().Where(organisation => codes.Contains(organisation.Code))
        )
    );

    private static readonly CompiledQuery<Func<FilingDb, string, CancellationToken, Task<Plant?>>> PlantOf = new(() =>
        EF.CompileAsyncQuery(
            (FilingDb db, string code, CancellationToken _) => db.Plants.AsNoTracking().SingleOrDefault(plant => plant.Code == code)
        )
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/filings", File)
            .RequireAccess("FileFiling", Role.Enterprise)
            .Refuses(NotOrdinary)
            .Produces<FilingReceipt>(StatusCodes.Status201Created);
        api.MapPost("/filings/{number}/submission", SubmitAgain)
            .RequireAccess("SubmitFiling", Role.Enterprise)
            .Refuses([Refusals.NotFound, Refusals.StaleVersion, Refusals.WrongMove, .. NotOrdinary])
            .Produces<FilingView>();
    }

    /// <summary>What the clerk gets back: the number and the word that opens the receipt without logging in.</summary>
    public sealed record FilingReceipt(string Number, string CheckWord, FilingStatus Status, int Version, DateTimeOffset? DueAt);

    public static Task<Answer> File(
        FilingRequest request,
        WriteSession session,
        Caller caller,
        RosterIndex roster,
        CancellationToken cancel
    ) =>
        session.Write(
            async (db, now) =>
            {
                var body = request.ToBody();
                var town = body.Site.Town ?? roster.Now.Organisations.GetValueOrDefault(caller.Organisation)?.Town;
                List<Refusal> faults = request.Submit ? [.. await Faults(db, body, now, cancel)] : [];
                if (town is null || !roster.Now.Towns.ContainsKey(town))
                {
                    faults.Add(Refusals.UnknownTown.At("/site/town", town));
                }

                if (town is null || faults.Count > 0)
                {
                    return LogAndRefuse(db, caller, body, faults, now);
                }

                var filing = Filing.Draft(
                    await db.NextNumber("XW", town, now, cancel),
                    Numbers.NewWord(),
                    town,
                    caller.Organisation,
                    body,
                    now
                );
                db.Filings.Add(filing);
                if (!request.Submit)
                {
                    filing.Begin(FilingAct.Edit.Wire(), caller.Actor, now);
                }
                else if (await Submit(db, filing, roster, caller, now, cancel) is { } refusal)
                {
                    return Answer.Refused(caller, refusal);
                }

                return Answer.Created(
                    new FilingReceipt(filing.Number, filing.CheckWord, filing.Status, filing.Version, filing.DueAt),
                    filing.Version
                );
            },
            cancel
        );

    public static Task<Answer> SubmitAgain(
        string number,
        WriteSession session,
        Caller caller,
        RosterIndex roster,
        CancellationToken cancel
    ) =>
        session.Write(
            async (db, now) =>
            {
                if (await db.FilingFor(caller, number, cancel) is not { } filing)
                {
                    return Answer.Refused(caller, Refusals.NotFound.With());
                }

                if (await db.Stale(caller, filing, now, cancel) is { } stale)
                {
                    return Answer.Refused(caller, stale);
                }

                // A move that R7 does not allow is said before what is wrong with the body.
                if (FilingMoves.Allows(filing.StatusAt(now), FilingAct.Submit))
                {
                    var faults = await Faults(db, filing.ProposedBody, now, cancel);
                    if (faults.Count > 0)
                    {
                        return LogAndRefuse(db, caller, filing.ProposedBody, faults, now);
                    }
                }

                if (await Submit(db, filing, roster, caller, now, cancel) is { } refusal)
                {
                    return Answer.Refused(caller, refusal);
                }

                return Answer.Ok(await FilingView.Of(db, filing, caller, now, cancel), filing.Version);
            },
            cancel
        );

    private static async Task<IReadOnlyList<Refusal>> Faults(FilingDb db, FilingBody body, DateTimeOffset now, CancellationToken cancel)
    {
        var plates = body.Trucks.Select(truck => truck.Plate).ToArray();
        var trucks = (await TrucksOf.In(db)(db, plates).ToListAsync(cancel)).ToDictionary(truck => truck.Key);
        var codes = trucks.Values.Select(truck => truck.Owner).Distinct().ToArray();
        var owners = await Owners.In(db)(db, codes).ToDictionaryAsync(organisation => organisation.Code, cancellationToken: cancel);
        return OrdinaryFiling.Faults(body, await PlantOf.In(db)(db, body.Plant, cancel), trucks, owners, now);
    }

    private static Answer LogAndRefuse(FilingDb db, Caller caller, FilingBody body, IReadOnlyList<Refusal> faults, DateTimeOffset now)
    {
        if (faults.Any(fault => fault.Kind == Refusals.Hazardous))
        {
            db.RefusalLog.Add(
                new RefusalRow
                {
                    At = now,
                    Enterprise = caller.Organisation,
                    Code = Refusals.Hazardous.Code,
                    Manifest = body.Manifest,
                }
            );
        }

        return Answer.Refused(caller, faults);
    }

    private static async Task<Refusal?> Submit(
        FilingDb db,
        Filing filing,
        RosterIndex roster,
        Caller caller,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var body = filing.ProposedBody;
        if (body.Site.Town is { } town && town != filing.Town)
        {
            return Refusals.OtherTown.At("/site/town", filing.Town);
        }

        var plant = (await PlantOf.In(db)(db, body.Plant, cancel))!;
        var dueAt = roster.Now.WorkingDays.DueAt(now, body.Emergency);
        if (filing.Submit(OrdinaryFiling.ToPermission(body, plant, filing.Town), dueAt, caller.Actor, now) is { } refusal)
        {
            return refusal;
        }

        if (body.Emergency)
        {
            await db.PlanTrips(filing, caller.Actor, now, cancel);
        }

        if (dueAt is { } due)
        {
            await db.SetDeadline(FilingDeadlines.Undecided, filing.Number, due, cancel);
        }

        await db.Add(filing.TakeNewFacts(), cancel);
        db.Emit(filing.ToReviewRequest(), filing.Town);
        return null;
    }

    /// <summary>While it waits its version is that of its submission: told again, it is the same request.</summary>
    public static ReviewRequested ToReviewRequest(this Filing filing) =>
        new()
        {
            Number = filing.Number,
            Version = filing.Version,
            Town = filing.Town,
            Kind = filing.Body.Kind.Wire(),
            Emergency = filing.Body.Emergency,
            SubmittedAt = filing.SubmittedAt!.Value,
            DueAt = filing.DueAt,
        };
}
