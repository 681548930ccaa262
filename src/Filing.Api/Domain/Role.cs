using System.Text.Json.Serialization;
using Contracts.Register;

namespace FilingApi.Domain;

[JsonConverter(typeof(WireNameConverter<Role>))]
public enum Role
{
    Enterprise,
    Hauler,
    Station,
    Centre,
    Squad,
    Plant,
    Supervisor,
    Admin,
    Device,
}

public static class Roles
{
    public static readonly Role[] All = Enum.GetValues<Role>();

    /// <summary>Everyone but devices.</summary>
    public static readonly Role[] People = [.. All.Where(role => role != Role.Device)];

    public static readonly Role[] OfficesAndEnterprises = [.. People.Where(role => role != Role.Hauler)];
}
