using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Trips;

/// <summary>What a plant's gate writes down of a load: volume in m³, weights in kg.</summary>
public abstract record GateLoad
{
    public required string Plate { get; init; }
    public required string Plant { get; init; }
    public required decimal M3 { get; init; }
    public int? Gross { get; init; }
    public int? Tare { get; init; }
    public int? Net { get; init; }

    internal Weights Weights => new(Gross, Tare, Net);
}

public abstract class GateLoadRules<T> : AbstractValidator<T>
    where T : GateLoad
{
    private const int MostKg = 200_000;

    protected GateLoadRules()
    {
        RuleFor(load => load.Plate).IsPlate();
        RuleFor(load => load.Plant).Text(1, 40);
        RuleFor(load => load.M3).Amount(0m, 200m, 3);
        RuleFor(load => load.Gross).Count(0, MostKg);
        RuleFor(load => load.Tare).Count(0, MostKg);
        RuleFor(load => load.Net).Count(0, MostKg);
    }
}
