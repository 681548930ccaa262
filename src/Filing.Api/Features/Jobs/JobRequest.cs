using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Jobs;

/// <summary>
/// A job as the centre sends it. Volume in m³, work in minutes; <c>earliest</c> and <c>latest</c> are the bounds of its
/// start.
/// </summary>
public sealed record JobRequest
{
    public required string Section { get; init; }
    public required GeoPoint Point { get; init; }
    public Datum? Datum { get; init; }
    public required decimal M3 { get; init; }
    public required int Minutes { get; init; }
    public required JobKind Kind { get; init; }
    public required Priority Priority { get; init; }
    public DateTimeOffset? Earliest { get; init; }
    public DateTimeOffset? Latest { get; init; }

    /// <summary>The bounds may not be missed.</summary>
    public bool Hard { get; init; }
    public IReadOnlyList<string>? Equipment { get; init; }
    public IReadOnlyList<string>? Crew { get; init; }
    public bool ConfinedSpace { get; init; }
    public string? Note { get; init; }

    public JobBody ToBody() =>
        new()
        {
            Section = Section,
            Point = Point.ToWgs84(Datum),
            M3 = M3,
            Minutes = Minutes,
            Kind = Kind,
            Priority = Priority,
            Earliest = Earliest,
            Latest = Latest,
            Hard = Hard,
            Equipment = Equipment ?? [],
            Crew = Crew ?? [],
            ConfinedSpace = ConfinedSpace,
            Note = Note,
        };
}

public sealed class JobRules : AbstractValidator<JobRequest>
{
    public JobRules()
    {
        RuleFor(request => request.Section).Text(1, 100);
        RuleFor(request => request.Point).InChina();
        RuleFor(request => request.M3).Amount(0.001m, 10_000m, 3);
        RuleFor(request => request.Minutes).Count(1, 10_000);
        RuleFor(request => request.Latest).Must((request, latest) => !(latest < request.Earliest)).Refuse(Refusals.JobBackwards);
        RuleFor(request => request.Equipment).FewWords();
        RuleForEach(request => request.Equipment).Text(1, 40);
        RuleFor(request => request.Crew).FewWords();
        RuleForEach(request => request.Crew).Text(1, 40);
        RuleFor(request => request.Note).Text(0, 1000);
    }
}

internal static class WordLists
{
    private const int Most = 20;

    public static void FewWords<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) =>
        rule.Must(words => words is null || words.Count <= Most).Refuse(Refusals.ItemCount, 0, Most);
}
