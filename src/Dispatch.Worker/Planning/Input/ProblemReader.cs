using System.Text.Json;

namespace DispatchWorker.Planning.Input;

/// <summary>Reads a problem file: either the problem, or everything that is wrong with it.</summary>
public static class ProblemReader
{
    /// <summary>More jobs in one day than any county has; beyond it the travel tables alone take longer than people wait.</summary>
    public const int MostJobs = 2_000;

    public static (Problem? Problem, IReadOnlyList<InputError> Errors) Read(ReadOnlyMemory<byte> json)
    {
        List<InputError> errors = [];
        try
        {
            // A byte order mark is legal in files and unknown to the parser.
            if (json.Span.StartsWith("\uFEFF"u8)) { json = json[3..]; }
            using JsonDocument document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object) { return (null, [new InputError("", "DSP-002", "must be an object")]); }

            Problem problem = Problem(new Fields(document.RootElement, "", errors), errors);
            return errors.Count == 0 ? (problem, errors) : (null, errors);
        }
        catch (JsonException broken)
        {
            return (null, [new InputError("", "DSP-005", $"is not JSON: line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}")]);
        }
    }

    private static Problem Problem(Fields root, List<InputError> errors)
    {
        Metric metric = root.Text("metric") switch
        {
            "euclid-decimal" => Metric.EuclidDecimal,
            "matrix" => Metric.Matrix,
            "great-circle" => Metric.GreatCircle,
            var other => Unknown(root, "metric", other, Metric.EuclidDecimal, "euclid-decimal, matrix, great-circle"),
        };
        Objective objective = root.Text("objective", "full") switch
        {
            "distance" => Objective.Distance,
            "full" => Objective.Full,
            var other => Unknown(root, "objective", other, Objective.Full, "distance, full"),
        };
        double minutesPerUnit = root.Text("timeUnit", "minute") switch
        {
            "minute" => 1,
            "second" => 1 / 60.0,
            "hour" => 60,
            var other => Unknown(root, "timeUnit", other, 1.0, "minute, second, hour"),
        };
        Place[] places = [.. root.Each("places", required: true).Select(place => ReadPlace(place, metric))];
        StopReader stops = new(places.Length, root, errors);
        return new Problem
        {
            Name = root.Text("name", ""),
            Metric = metric,
            Objective = objective,
            MinutesPerUnit = minutesPerUnit,
            Places = places,
            Matrix = metric == Metric.Matrix ? Matrix(root, places.Length) : null,
            Depots = stops.Depots(),
            Emptying = stops.Plants(),
            MustEndEmpty = root.Flag("mustEndEmpty", true),
            Trucks = stops.Trucks(),
            Jobs = stops.Jobs(),
            Frozen = stops.Fixed("frozen"),
            Previous = stops.Fixed("previous"),
        };
    }

    private static T Unknown<T>(Fields fields, string name, string value, T otherwise, string known)
    {
        if (value.Length > 0) { fields.Wrong(name, "DSP-003", $"\"{value}\" is not known; one of {known}"); }
        return otherwise;
    }

    private static Place ReadPlace(Fields place, Metric metric)
    {
        if (place.Has("x") || place.Has("y"))
        {
            if (metric == Metric.GreatCircle) { place.Wrong("x", "DSP-003", "great-circle needs lat and lon"); }
            return new Place(place.Number("x"), place.Number("y"));
        }
        if (metric == Metric.Matrix && !place.Has("lat") && !place.Has("lon")) { return default; }

        double lat = place.Number("lat"), lon = place.Number("lon");
        if (lat is < -90 or > 90) { place.Wrong("lat", "DSP-003", "must lie between -90 and 90"); }
        if (lon is < -180 or > 180) { place.Wrong("lon", "DSP-003", "must lie between -180 and 180"); }
        return new Place(lon, lat);
    }

    private static TravelMatrix Matrix(Fields root, int size)
    {
        if (root.Object("matrix") is not { } matrix)
        {
            if (!root.Has("matrix")) { root.Wrong("matrix", "DSP-001", "is missing"); }
            return new TravelMatrix([], []);
        }
        double[][] time = matrix.Square("time", size);
        return new TravelMatrix(time, matrix.Has("distance") ? matrix.Square("distance", size) : time);
    }
}
