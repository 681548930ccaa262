using DispatchWorker.Planning.Input;

namespace DispatchWorker.Planning.Model;

/// <summary>What a problem file has named so far, so that later references can be checked.</summary>
internal sealed class Names(int places, List<InputError> errors)
{
    public HashSet<string> Depots { get; } = [];
    public HashSet<string> Plants { get; } = [];
    public HashSet<string> Trucks { get; } = [];
    public HashSet<string> Jobs { get; } = [];
    public HashSet<string> FrozenJobs { get; } = [];

    /// <summary>Jobs that no tank holds: they may be visited more than once.</summary>
    public HashSet<string> LargeJobs { get; } = [];

    /// <summary>In m³.</summary>
    public double LargestTank { get; set; }

    /// <summary>The object's own id; an error is noted when another of its sort has it.</summary>
    public static string Id(Fields fields, HashSet<string> taken)
    {
        var id = fields.Text("id");
        if (id.Length == 0 && fields.Has("id"))
        {
            fields.Wrong("id", "DSP-003", "不得为空", "must not be empty");
        }

        if (id.Length > 0 && !taken.Add(id))
        {
            fields.Wrong("id", "DSP-009", $"“{id}”出现两次，请改名", $"\"{id}\" occurs twice: rename one");
        }

        return id;
    }

    /// <summary>The index of the object's place; 0 when it is wrong.</summary>
    public int PlaceOf(Fields fields)
    {
        var before = errors.Count;
        var place = fields.Number("place");
        if (errors.Count > before)
        {
            return 0;
        }

        if (place >= 0 && place < places && place == Math.Floor(place))
        {
            return (int)place;
        }

        fields.Wrong(
            "place",
            "DSP-007",
            $"没有第 {place:R} 号地点；共 {places} 个，从 0 数起",
            $"there is no place {place:R}; there are {places}, counted from 0"
        );
        return 0;
    }
}
