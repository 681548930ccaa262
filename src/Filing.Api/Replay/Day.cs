using System.Text.Json;

namespace FilingApi.Replay;

/// <summary>A recorded day: the world it starts from, and its acts in order.</summary>
public sealed record Day(string Name, World World, IReadOnlyList<Act> Acts);

/// <summary>What must exist before the first act. List items stay raw JSON, because the service validates them.</summary>
public sealed record World
{
    public required TownOfDay Town { get; init; }
    public required DateTimeOffset Start { get; init; }
    public required DateTimeOffset End { get; init; }
    public IReadOnlyList<JsonElement> Plants { get; init; } = [];
    public IReadOnlyList<JsonElement> Depots { get; init; } = [];
    public IReadOnlyList<JsonElement> Organisations { get; init; } = [];
    public IReadOnlyList<JsonElement> Trucks { get; init; } = [];

    /// <summary>Rows of the list <c>places</c> without their header: name, kind, latitude, longitude.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
    public IReadOnlyList<AccountOfDay> Accounts { get; init; } = [];

    public string? AccountWith(string role) => Accounts.FirstOrDefault(account => account.Role == role)?.Account;
}

public sealed record TownOfDay(string Code, string Name);

public sealed record AccountOfDay(string Account, string Role, string Organisation);

/// <summary>One line of events.jsonl. Members beyond the common ones stay raw JSON and go to the service unchanged.</summary>
public sealed record Act(int Line, DateTimeOffset At, string Do, string By, JsonElement Members)
{
    public string? Ref => Members.Text("ref");

    public override string ToString() => Ref is { } name ? $"line {Line} ({Do} {name})" : $"line {Line} ({Do})";
}
