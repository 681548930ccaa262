using System.Text.Json;

namespace DispatchWorker.Planning.Input;

/// <summary>Reads a problem file: either the problem, or everything that is wrong with it.</summary>
public static class ProblemReader
{
    /// <summary>Ten times the jobs of any county's day.</summary>
    public const int MostJobs = 20_000;

    public static (Problem? Problem, IReadOnlyList<InputError> Errors) Read(ReadOnlyMemory<byte> json)
    {
        List<InputError> errors = [];
        try
        {
            // A byte order mark is legal in files and unknown to the parser.
            if (json.Span.StartsWith("\uFEFF"u8))
            {
                json = json[3..];
            }

            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, [new InputError("", "DSP-002", "应为对象", "must be an object")]);
            }

            var problem = Problem(new Fields(document.RootElement, "", errors), errors);
            return errors.Count == 0 ? (problem, errors) : (null, errors);
        }
        catch (JsonException broken)
        {
            var line = broken.LineNumber + 1;
            var at = broken.BytePositionInLine + 1;
            return (
                null,
                [new InputError("", "DSP-005", $"不是有效的 JSON：第 {line} 行第 {at} 字节", $"is not JSON: line {line}, byte {at}")]
            );
        }
    }

    private static Problem Problem(Fields root, List<InputError> errors)
    {
        var metric = root.Text("metric") switch
        {
            "euclid-decimal" => Metric.EuclidDecimal,
            "matrix" => Metric.Matrix,
            "great-circle" => Metric.GreatCircle,
            var other => Unknown(root, "metric", other, Metric.EuclidDecimal, "euclid-decimal, matrix, great-circle"),
        };
        var objective = root.Text("objective", "full") switch
        {
            "distance" => Objective.Distance,
            "full" => Objective.Full,
            var other => Unknown(root, "objective", other, Objective.Full, "distance, full"),
        };
        var minutesPerUnit = root.Text("timeUnit", "minute") switch
        {
            "minute" => 1,
            "second" => 1 / 60.0,
            "hour" => 60,
            var other => Unknown(root, "timeUnit", other, 1.0, "minute, second, hour"),
        };
        Place[] places = [.. root.Each("places", required: true).Select(place => ReadPlace(place, metric))];
        var stops = new StopReader(places.Length, root, errors);
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
        if (value.Length > 0)
        {
            fields.Wrong(name, "DSP-003", $"没有“{value}”这一项，可用：{known}", $"\"{value}\" is not known; one of {known}");
        }

        return otherwise;
    }

    private static Place ReadPlace(Fields place, Metric metric)
    {
        if (place.Has("x") || place.Has("y") || (metric == Metric.EuclidDecimal && !place.Has("lat")))
        {
            if (metric == Metric.GreatCircle)
            {
                place.Wrong("x", "DSP-003", "great-circle 须用 lat 和 lon", "great-circle needs lat and lon");
            }

            return new Place(place.Number("x"), place.Number("y"));
        }

        if (metric == Metric.Matrix && !place.Has("lat") && !place.Has("lon"))
        {
            return default;
        }

        var lat = place.Number("lat");
        var lon = place.Number("lon");
        if (lat is < -90 or > 90)
        {
            place.Wrong("lat", "DSP-003", "须在 -90 与 90 之间", "must lie between -90 and 90");
        }

        if (lon is < -180 or > 180)
        {
            place.Wrong("lon", "DSP-003", "须在 -180 与 180 之间", "must lie between -180 and 180");
        }

        return new Place(lon, lat);
    }

    private static TravelMatrix Matrix(Fields root, int size)
    {
        if (root.Object("matrix") is not { } matrix)
        {
            if (!root.Has("matrix"))
            {
                root.Wrong("matrix", "DSP-001", "缺少此字段，请补上", "is missing: add it");
            }

            return new TravelMatrix([], []);
        }

        var time = matrix.Square("time", size);
        return new TravelMatrix(time, matrix.Has("distance") ? matrix.Square("distance", size) : time);
    }
}
