using System.Text.Json;
using System.Text.Json.Serialization;
using FilingApi.Web;

namespace FilingApi.Features.Orders;

/// <summary>What an order is for: the id of a known job, or the work itself.</summary>
[TextOr(typeof(WorkRequest))]
[JsonConverter(typeof(JobRefJson))]
public sealed record JobRef(string? Id, WorkRequest? Work);

public sealed class JobRefJson : JsonConverter<JobRef>
{
    public override JobRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new JobRef(reader.GetString(), null)
            : new JobRef(null, JsonSerializer.Deserialize<WorkRequest>(ref reader, options));

    public override void Write(Utf8JsonWriter writer, JobRef value, JsonSerializerOptions options)
    {
        if (value.Id is { } id)
        {
            writer.WriteStringValue(id);
        }
        else
        {
            JsonSerializer.Serialize(writer, value.Work, options);
        }
    }
}
