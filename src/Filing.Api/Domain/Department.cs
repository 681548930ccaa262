using System.Text.Json.Serialization;
using Contracts.Register;

namespace FilingApi.Domain;

[JsonConverter(typeof(WireNameConverter<DepartmentKind>))]
public enum DepartmentKind
{
    Ecology,
    Construction,
    Centre,
    Squad,
    Village,
}

/// <summary>Who looks into leads (R12). Its code is unique within its town.</summary>
public sealed class Department : Subject, IOfTown
{
    public required string Town { get; init; }
    public required string Code { get; init; }
    public required DepartmentKind Kind { get; init; }
    public required string Name { get; init; }

    protected override SubjectRef Self => new(SubjectKind.Department, $"{Town}/{Code}", Town);

    /// <summary>Those that every town has; their code is their kind.</summary>
    public static IReadOnlyList<Department> DefaultsOf(string town) =>
        [
            Of(town, DepartmentKind.Ecology, "生态环境办"),
            Of(town, DepartmentKind.Construction, "城镇建设管理办公室"),
            Of(town, DepartmentKind.Centre, "重点项目建设服务中心"),
            Of(town, DepartmentKind.Squad, "园区中队"),
        ];

    /// <summary>The department an office is the desk of; every other role has none of itself.</summary>
    public static IReadOnlyList<string> DesksOf(Role role) =>
        role switch
        {
            Role.Station => [DepartmentKind.Ecology.Wire()],
            Role.Centre => [DepartmentKind.Centre.Wire()],
            Role.Squad => [DepartmentKind.Squad.Wire()],
            _ => [],
        };

    /// <summary>
    /// Whoever is on the road and whoever supervises sees every lead of its towns; other offices those of their departments.
    /// </summary>
    public static bool SeesEveryLead(Role role) => role is Role.Squad or Role.Supervisor;

    private static Department Of(string town, DepartmentKind kind, string name) =>
        new()
        {
            Town = town,
            Code = kind.Wire(),
            Kind = kind,
            Name = name,
        };
}
