using System.Text.Json.Serialization;
using Contracts.Register;

namespace FilingApi.Domain;

/// <summary>R12: open until a person has checked it, closed with its answer.</summary>
[JsonConverter(typeof(WireNameConverter<LeadStatus>))]
public enum LeadStatus
{
    Open,
    Checked,
    Closed,
}

/// <summary>What became of an announced run (R5): a person's check counts before what the system did.</summary>
[JsonConverter(typeof(WireNameConverter<RunStatus>))]
public enum RunStatus
{
    Open,
    Checked,
    Cleared,
    Joined,
}

[JsonConverter(typeof(WireNameConverter<CheckResult>))]
public enum CheckResult
{
    True,
    False,
    Unclear,
}
