using System.Text.Json.Serialization;
using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>What a timeline is about.</summary>
[JsonConverter(typeof(WireNameConverter<SubjectKind>))]
public enum SubjectKind
{
    Filing,
    Order,
    Job,
    Trip,
    Arrival,
    Lead,
    Sighting,
    Record,
    TruckFleet,
    PlantFleet,

    /// <summary>What follows is administration: roster, accounts, calendars, personal data shown, days deleted.</summary>
    Town,
    Organisation,
    Department,
    Truck,
    Plant,
    Depot,
    Place,
    Calendar,
    Account,
    Contact,
    Questions,
}
