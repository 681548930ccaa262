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
