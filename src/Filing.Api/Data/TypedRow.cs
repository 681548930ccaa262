namespace FilingApi.Data;

/// <summary>A form that is not complete yet, as it was typed: one for each account and filing.</summary>
public sealed class TypedRow
{
    /// <summary>Instead of a number: a filing that has none yet.</summary>
    public const string NoNumber = "new";

    public required string Account { get; init; }
    public required string Number { get; init; }
    public required DateTimeOffset At { get; set; }

    /// <summary>JSON of the page's form.</summary>
    public required string Form { get; set; }
}
