namespace FilingApi.Domain;

/// <summary>A weighbridge's figures in kg; any may be missing.</summary>
public readonly record struct Weights(int? GrossKg, int? TareKg, int? NetKg)
{
    /// <summary>No vacuum truck weighs less; a smaller figure is in tonnes, or none.</summary>
    public const int LeastTruckKg = 500;

    /// <summary>What a cubic metre of waste weighs at least.</summary>
    private const int LeastKgPerM3 = 100;

    /// <summary>Worked out where it was left out and both others are there.</summary>
    public int? LoadKg => NetKg ?? GrossKg - TareKg;

    /// <summary>All that is wrong with them for a load of <paramref name="m3"/>.</summary>
    public IReadOnlyList<Refusal> Faults(decimal m3)
    {
        var faults = new List<Refusal>();
        if (GrossKg is { } gross && TareKg is { } tare)
        {
            if (gross < tare)
            {
                faults.Add(Refusals.GrossBelowTare.At("/gross", gross, tare));
            }
            else if (NetKg is { } net && net != gross - tare)
            {
                faults.Add(Refusals.NetWeight.At("/net", gross - tare));
            }
        }
        else if (NetKg is > 0 and var alone && alone < LeastKgPerM3 * m3)
        {
            faults.Add(Refusals.NotKilograms.At("/net", alone));
        }

        if (GrossKg is < LeastTruckKg and var light)
        {
            faults.Add(Refusals.NotKilograms.At("/gross", light));
        }

        if (TareKg is < LeastTruckKg and var empty)
        {
            faults.Add(Refusals.NotKilograms.At("/tare", empty));
        }

        return faults;
    }
}
