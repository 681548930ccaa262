namespace FilingApi.Domain;

/// <summary>What is needed to begin in a confined space (facts §13, CJJ 6-2009).</summary>
public sealed record ConfinedEntry(string? Permit, IReadOnlyList<string>? Watchers, GasReading? Gas)
{
    public const int FewestWatchers = 2;
    private static readonly TimeSpan ReadingAge = TimeSpan.FromMinutes(30);

    public string ToWords() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{Permit}; {string.Join(", ", Watchers ?? [])}; O2 {Gas?.O2} %, H2S {Gas?.H2s} mg/m³, LEL {Gas?.Lel} %, {Gas?.At:O}"
        );

    /// <summary>Everything that is missing or out of bounds, each by its pointer; empty: the work may begin.</summary>
    public IReadOnlyList<Refusal> Faults(DateTimeOffset now)
    {
        var faults = new List<Refusal>();
        Demand(!string.IsNullOrWhiteSpace(Permit), "/permit", "作业票编号", "the permit's number");
        var watchers = (Watchers ?? []).Select(name => name.Trim()).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Count();
        Demand(watchers >= FewestWatchers, "/watchers", "两名监护人姓名", "the names of two watchers");
        if (Gas is not { } gas)
        {
            Demand(false, "/gas", "气体检测读数", "gas readings");
            return faults;
        }

        Demand(gas.At is { } at && at <= now && now - at <= ReadingAge, "/gas/at", "30 分钟内的检测", "readings of the last 30 minutes");
        Demand(gas.O2 is >= 19.5m and <= 23.5m, "/gas/o2", "氧气 19.5–23.5 %", "oxygen of 19.5-23.5 %");
        Demand(gas.H2s is >= 0 and <= 10, "/gas/h2s", "硫化氢不超过 10 mg/m³", "hydrogen sulphide of at most 10 mg/m³");
        Demand(gas.Lel is null or (>= 0 and <= 10), "/gas/lel", "可燃气不超过爆炸下限的 10 %", "at most 10 % of the lower explosive limit");
        return faults;

        void Demand(bool holds, string pointer, string zh, string en)
        {
            if (!holds)
            {
                faults.Add(Refusals.ConfinedSpace.At(pointer, zh, en));
            }
        }
    }
}

/// <summary>Oxygen and combustibles (of the lower explosive limit) in %, hydrogen sulphide in mg/m³.</summary>
public sealed record GasReading(decimal? O2, decimal? H2s, decimal? Lel, DateTimeOffset? At);
