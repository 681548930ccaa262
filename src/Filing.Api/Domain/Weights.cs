namespace FilingApi.Domain;

/// <summary>A weighbridge's figures in kg; any may be missing.</summary>
public readonly record struct Weights(int? GrossKg, int? TareKg, int? NetKg)
{
    public Refusal? Check() =>
        GrossKg is { } gross && TareKg is { } tare && NetKg is { } net && net != gross - tare
            ? Refusals.NetWeight.At("/net", gross - tare)
            : null;
}
