using System.Text.Json.Serialization;
using Contracts.Register;

namespace FilingApi.Domain;

[JsonConverter(typeof(WireNameConverter<TripState>))]
public enum TripState
{
    Planned,
    Loaded,
    Received,
    Rejected,
}
