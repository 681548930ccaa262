using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Orders;

/// <summary>An order by hand: its stops, or in the one-stop form the job alone.</summary>
public sealed record OrderRequest
{
    public IReadOnlyList<OrderStopRequest>? Stops { get; init; }
    public JobRef? Job { get; init; }
    public required string Plate { get; init; }
    public required PlateColour Colour { get; init; }

    /// <summary>One-stop form with the work itself: the site; left out: the work's point.</summary>
    public GeoPoint? Point { get; init; }
    public Datum? Datum { get; init; }
    public required DateTimeOffset Departure { get; init; }
    public required DateTimeOffset Return { get; init; }
    public required string Plant { get; init; }

    internal IReadOnlyList<OrderStopRequest> AllStops => Stops ?? [new OrderStopRequest { Job = Job }];

    internal string PointerTo(int stop) => Stops is null ? "" : $"/stops/{stop}";
}

/// <summary>A job by its id or the work itself, and the share in m³; left out: all that is open of it.</summary>
public sealed record OrderStopRequest
{
    public JobRef? Job { get; init; }
    public WorkRequest? Work { get; init; }
    public decimal? M3 { get; init; }

    internal WorkRequest? GivenWork => Work ?? Job?.Work;
}

/// <summary>The work: <c>section</c> of pipe, m³, minutes on site.</summary>
public sealed record WorkRequest
{
    public required string Section { get; init; }
    public required GeoPoint Point { get; init; }
    public Datum? Datum { get; init; }
    public required decimal M3 { get; init; }
    public required int Minutes { get; init; }

    /// <summary>The job that it is: an order's stop always has one, so that its volume, acceptance and return have a place.</summary>
    public JobBody ToBody(GeoPoint? site, Datum? datum) =>
        new()
        {
            Section = Section,
            Point = (site ?? Point).ToWgs84(site is null ? Datum ?? datum : datum),
            M3 = M3,
            Minutes = Minutes,
        };
}

public sealed class OrderRules : AbstractValidator<OrderRequest>
{
    private const int MostStops = 20;

    public OrderRules()
    {
        RuleFor(request => request.Job)
            .Must((request, job) => (job is null) != (request.Stops is null))
            .Refuse(Refusals.OneOf, "job, stops");
        RuleFor(request => request.Job == null ? null : request.Job.Id).Text(1, 40).OverridePropertyName("job");
        this.HasWork(request => request.Job?.Work, "job");
        RuleFor(request => request.Stops)
            .Must(stops => stops is null || stops.Count is >= 1 and <= MostStops)
            .Refuse(Refusals.ItemCount, 1, MostStops);
        RuleForEach(request => request.Stops).SetValidator(new OrderStopRules());
        RuleFor(request => request.Plate).IsPlate();
        RuleFor(request => request.Point!).InChina().When(request => request.Point is not null);
        RuleFor(request => request.Plant).Text(1, 40);
    }
}

internal sealed class OrderStopRules : AbstractValidator<OrderStopRequest>
{
    public OrderStopRules()
    {
        RuleFor(stop => stop.Job).Must((stop, job) => (job is null) != (stop.Work is null)).Refuse(Refusals.OneOf, "job, work");
        RuleFor(stop => stop.Job == null ? null : stop.Job.Id).Text(1, 40).OverridePropertyName("job");
        this.HasWork(stop => stop.Job?.Work, "job");
        this.HasWork(stop => stop.Work, "work");
        RuleFor(stop => stop.M3).Amount(0.001m, 10_000m, 3);
    }
}

internal static class WorkRules
{
    public static void HasWork<T>(this AbstractValidator<T> rules, Func<T, WorkRequest?> work, string name) =>
        rules.When(
            request => work(request) is not null,
            () =>
            {
                rules.RuleFor(request => work(request)!.Section).Text(1, 100).OverridePropertyName($"{name}.section");
                rules.RuleFor(request => work(request)!.Point).InChina().OverridePropertyName($"{name}.point");
                rules.RuleFor(request => work(request)!.M3).Amount(0.001m, 10_000m, 3).OverridePropertyName($"{name}.m3");
                rules.RuleFor(request => work(request)!.Minutes).Count(1, 10_000).OverridePropertyName($"{name}.minutes");
            }
        );
}
