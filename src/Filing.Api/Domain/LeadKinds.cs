using System.Text.Json.Serialization;
using Contracts.Register;

namespace FilingApi.Domain;

[JsonConverter(typeof(WireNameConverter<LeadKind>))]
public enum LeadKind
{
    NoReceipt,
    VolumeMismatch,
    OtherPlant,
    PlateMismatch,
    UnfiledLoad,
    UnregisteredRun,
}

/// <summary>What a lead is about.</summary>
[JsonConverter(typeof(WireNameConverter<LeadSubject>))]
public enum LeadSubject
{
    Trip,
    Arrival,
    Run,
}

/// <summary>One kind of lead (R12): what it is about, who looks into it by default and in how many working days, and its words.</summary>
public sealed record LeadKindRow(
    LeadKind Kind,
    LeadSubject Subject,
    DepartmentKind Department,
    string Zh,
    string En,
    int CheckDays = 3,
    int CloseDays = 15
);

public static class LeadKinds
{
    private static readonly Dictionary<LeadKind, LeadKindRow> Rows = new LeadKindRow[]
    {
        new(
            LeadKind.NoReceipt,
            LeadSubject.Trip,
            DepartmentKind.Ecology,
            "装车 4 小时未见接收或拒收",
            "Loaded 4 hours ago, neither received nor rejected"
        ),
        new(
            LeadKind.VolumeMismatch,
            LeadSubject.Trip,
            DepartmentKind.Ecology,
            "接收量与装车量不符",
            "Received volume differs from the loaded one"
        ),
        new(
            LeadKind.OtherPlant,
            LeadSubject.Trip,
            DepartmentKind.Ecology,
            "送往报备之外的处置场所",
            "Received by a plant that was not filed"
        ),
        new(
            LeadKind.PlateMismatch,
            LeadSubject.Trip,
            DepartmentKind.Ecology,
            "接收车牌与装车车牌不符",
            "Another plate than the loaded truck's"
        ),
        new(LeadKind.UnfiledLoad, LeadSubject.Arrival, DepartmentKind.Ecology, "未报备的来料", "A load that was not filed"),
        new(LeadKind.UnregisteredRun, LeadSubject.Run, DepartmentKind.Squad, "未报备上路", "On the road without a filing"),
    }.ToDictionary(row => row.Kind);

    public static IReadOnlyCollection<LeadKindRow> All => Rows.Values;

    public static LeadKindRow Row(this LeadKind kind) =>
        Rows.GetValueOrDefault(kind) ?? throw new InvalidOperationException($"No row for leads of kind {kind}.");
}
