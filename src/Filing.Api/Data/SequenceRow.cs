namespace FilingApi.Data;

public sealed class SequenceRow
{
    public required string Prefix { get; init; }
    public required int Last { get; set; }
}
