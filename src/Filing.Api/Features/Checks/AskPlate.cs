using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Web;

namespace FilingApi.Features.Checks;

/// <summary>
/// The roadside question (R3): is this truck registered, now or at a past moment. Every question is logged with who asked.
/// </summary>
public static class AskPlate
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/checks/{plate}", Handle)
            .RequireAccess("AskPlate", Role.Squad, Role.Station, Role.Centre, Role.Supervisor)
            .Refuses(Refusals.UnreadablePlate, Refusals.HalfPoint, Refusals.ImplausiblePoint, Refusals.FutureQuestion)
            .Takes(
                Parameter.Option<PlateColour>("colour", "Left out: every colour of the plate."),
                Parameter.Instant("at", "A past moment; left out: now."),
                Parameter.Option<Activity>("activity", "What the truck is seen doing; left out: passing."),
                Parameter.Number("lat", "With `lon`."),
                Parameter.Number("lon", "With `lat`."),
                Parameter.Option<Datum>("datum", "Of `lat` and `lon`; left out: WGS-84.")
            )
            .Produces<CheckView>();

    public static async Task<Answer> Handle(
        string plate,
        HttpRequest http,
        Caller caller,
        RegisterReader register,
        RosterIndex roster,
        FilingDb db,
        QuestionLog log,
        ServiceMetrics metrics,
        CancellationToken cancel
    )
    {
        var query = new Query(http);
        var (colour, at, activity, lat, lon, datum) = (
            query.Option<PlateColour>("colour"),
            query.Instant("at"),
            query.Option<Activity>("activity"),
            query.Number("lat"),
            query.Number("lon"),
            query.Option<Datum>("datum")
        );
        List<Refusal> faults = [.. query.Faults];
        if (!Plate.TryParse(plate, out var parsed))
        {
            faults.Add(Refusals.UnreadablePlate.At("/plate", Shape.Shorten(plate)));
        }

        if (lat is null != lon is null)
        {
            faults.Add(Refusals.HalfPoint.At("/lat"));
        }

        var point = lat is { } y && lon is { } x ? new GeoPoint(y, x) : null;
        if (point is { IsPlausible: false })
        {
            faults.Add(Refusals.ImplausiblePoint.At("/lat"));
        }

        point = point?.ToWgs84(datum);

        if (faults.Count > 0)
        {
            return Answer.Refused(caller, faults);
        }

        if (await register.Ask(parsed.Value, colour, at, activity ?? Activity.Passing, point, cancel) is not { } answer)
        {
            return Answer.Refused(caller, Refusals.FutureQuestion.At("/at"));
        }

        metrics.Asked(answer.Verdict.Code, isPublic: false);
        await log.Write(
            new QuestionRow
            {
                AskedAt = register.Now,
                Account = caller.Account,
                Organisation = caller.Organisation,
                Raw = plate,
                Plate = parsed.Value,
                Colour = colour,
                At = answer.Verdict.Question.At,
                Activity = answer.Verdict.Question.Activity,
                Lat = point?.Lat,
                Lon = point?.Lon,
                Code = answer.Verdict.Code,
                Position = answer.Position,
            },
            cancel
        );
        var work = await PermittedWork.Of(answer.Verdict, db, caller, roster.Now, cancel);
        return Answer.Ok(CheckView.Of(answer.Verdict, caller, roster.Now, work));
    }
}

/// <summary>The answer at the roadside: code, colour, why, what it rests on, and whom to call.</summary>
public sealed record CheckView(
    VerdictCode Code,
    VerdictColour Colour,
    string Sentence,
    SentenceView Sentences,
    DateTimeOffset At,
    string Plate,
    EndReason? Reason,
    IReadOnlyList<BasisView> Rests,
    TruckView? Truck,
    CallView Call
)
{
    public static CheckView Of(
        Verdict verdict,
        Caller caller,
        RosterIndex.Snapshot roster,
        IReadOnlyDictionary<string, PermittedWork.WorkView> work
    )
    {
        var sentence = VerdictWords.SentenceOf(verdict);
        var question = verdict.Question;
        var trucks = roster.TrucksOf(question.Plate).Where(truck => question.Colour is null || truck.Colour == question.Colour).ToList();
        return new CheckView(
            verdict.Code,
            verdict.Colour,
            caller.Say(sentence),
            new SentenceView(sentence.Zh, sentence.En),
            question.At,
            Contracts.Register.Plate.Parse(question.Plate).Display,
            verdict.Reason,
            [.. verdict.Bases.Select(basis => BasisView.Of(basis, work.GetValueOrDefault(basis.Number)))],
            trucks.Count == 1 ? TruckView.Of(trucks[0], roster) : null,
            CallView.Of(verdict, roster)
        );
    }
}

public sealed record SentenceView(string Zh, string En);

public sealed record BasisView(
    string Source,
    string Number,
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<Area> Sites,
    Area Plant,
    EndReason? EndReason,
    PermittedWork.WorkView? Job
)
{
    public static BasisView Of(Basis basis, PermittedWork.WorkView? job) =>
        new(
            basis.IsDispatch ? "dispatch" : "filing",
            basis.Number,
            basis.Body.From,
            basis.Body.To,
            basis.Body.Sites,
            basis.Body.Plant,
            basis.EndReason,
            job
        );
}

public sealed record TruckView(string Plate, PlateColour Colour, string Owner, string? OwnerName, decimal TankM3, DateOnly PapersUntil)
{
    public static TruckView Of(Truck truck, RosterIndex.Snapshot roster) =>
        new(
            truck.Plate,
            truck.Colour,
            truck.Owner,
            roster.Organisations.GetValueOrDefault(truck.Owner)?.Name,
            truck.TankM3,
            truck.PapersUntil
        );
}

/// <summary>The office that can clear the matter: the centre for its own orders, the station for all else.</summary>
public sealed record CallView(string Kind, string? Name, string? Phone)
{
    public static CallView Of(Verdict verdict, RosterIndex.Snapshot roster)
    {
        var basis = verdict.Bases.Count > 0 ? verdict.Bases[^1] : null;
        var kind = basis is { IsDispatch: true } ? "centre" : "station";
        var office = roster.Office(kind, basis?.Body.Town);
        return new CallView(kind, office?.Name, office?.Phone);
    }
}
