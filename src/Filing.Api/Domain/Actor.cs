namespace FilingApi.Domain;

/// <summary>Who acts, as timelines keep it.</summary>
public sealed record Actor(string Account, string Organisation)
{
    /// <summary>A deadline or a message acts, no person.</summary>
    public static readonly Actor System = new("system", "system");
}
