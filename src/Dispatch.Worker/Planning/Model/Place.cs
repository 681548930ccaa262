using DispatchWorker.Planning.Input;

namespace DispatchWorker.Planning.Model;

/// <summary>Plane coordinates, or WGS-84 degrees: X is the longitude then, Y the latitude.</summary>
public readonly record struct Place(double X, double Y)
{
    internal static Place Read(Fields fields, Metric metric)
    {
        if (fields.Has("x") || fields.Has("y") || (metric == Metric.EuclidDecimal && !fields.Has("lat")))
        {
            if (metric == Metric.GreatCircle)
            {
                fields.Wrong("x", "DSP-003", "great-circle 须用 lat 和 lon", "great-circle needs lat and lon");
            }

            return new Place(fields.Number("x"), fields.Number("y"));
        }

        if (metric == Metric.Matrix && !fields.Has("lat") && !fields.Has("lon"))
        {
            return default;
        }

        var lat = fields.Number("lat");
        var lon = fields.Number("lon");
        if (lat is < -90 or > 90)
        {
            fields.Wrong("lat", "DSP-003", "须在 -90 与 90 之间", "must lie between -90 and 90");
        }

        if (lon is < -180 or > 180)
        {
            fields.Wrong("lon", "DSP-003", "须在 -180 与 180 之间", "must lie between -180 and 180");
        }

        return new Place(lon, lat);
    }
}
