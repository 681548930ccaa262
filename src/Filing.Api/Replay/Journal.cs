namespace FilingApi.Replay;

/// <summary>An act that the service refused, or that was not called because its filing or order does not exist.</summary>
public sealed record Note(Act Act, string Code, string Sentence)
{
    /// <summary>Takes the place of a refusal code.</summary>
    public const string NotCalled = "not called";
}

/// <summary>What the replay collects during the day: numbers, verdicts, results of sightings, refusals.</summary>
public sealed class Journal
{
    private readonly Dictionary<string, string> _refs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _orders = new(StringComparer.Ordinal);

    /// <summary>By ref, in the order of the day: the number and the account that filed it; null if the submission was refused.</summary>
    public OrderedDictionary<string, (string Number, string By)?> Filings { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, CheckOutcome> Checks { get; } = new(StringComparer.Ordinal);

    public SightingFates Sightings { get; } = new();

    public List<Note> Notes { get; } = [];

    public string? NumberOfFiling(string name) => Filings.GetValueOrDefault(name)?.Number;

    public string? NumberOfOrder(string name) => _orders.GetValueOrDefault(name);

    /// <summary>The day's ref of a filing or an order, by the number that the service gave it.</summary>
    public string? RefOf(string number) => _refs.GetValueOrDefault(number);

    public void Filed(string name, string number, string by)
    {
        Filings[name] = (number, by);
        _refs[number] = name;
    }

    public void Ordered(string name, string number)
    {
        _orders[name] = number;
        _refs[number] = name;
    }

    public void Refused(Act act, Answer answer)
    {
        Notes.Add(new Note(act, answer.Code, answer.Sentence));
        if (act.Do == "submit")
        {
            Filings.TryAdd(act.Ref!, null);
        }
    }

    public void NotCalled(Act act) => Notes.Add(new Note(act, Note.NotCalled, "Its filing or order never came to be."));
}
