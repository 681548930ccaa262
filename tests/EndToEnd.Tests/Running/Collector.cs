using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EndToEnd.Tests.Running;

/// <summary>An exported span.</summary>
internal sealed record Span(string Service, string Trace, string Id, string Parent, string Name);

/// <summary>Receives traces as a collector does: OTLP over HTTP. Parses only the needed part of the protobuf.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<byte[]> _bodies = new();

    private Collector(WebApplication app) => _app = app;

    /// <summary>The environment that makes a program send its traces here.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _app.Urls.First(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        };

    public IEnumerable<Span> Spans => _bodies.SelectMany(SpansOf);

    /// <summary>Everything received as text, to check what it must not contain.</summary>
    public string Everything => string.Join('\n', _bodies.Select(Encoding.UTF8.GetString));

    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector._app.MapPost("/v1/traces", collector.Take);
        await collector._app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Take(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        _bodies.Enqueue(body.ToArray());
    }

    // ExportTraceServiceRequest { resource_spans = 1 }, ResourceSpans { resource = 1, scope_spans = 2 }, ScopeSpans { spans = 2 },
    // Resource { attributes = 1 }, KeyValue { key = 1, value = 2 { string_value = 1 } }, Span { trace_id = 1, span_id = 2, parent_span_id =
    // 4, name = 5 }
    private static IEnumerable<Span> SpansOf(byte[] body) =>
        from resource in Parts(body, 1)
        let service = Parts(resource, 1)
            .SelectMany(attributes => Parts(attributes, 1))
            .Where(pair => Text(pair, 1) == "service.name")
            .Select(pair => Text(Parts(pair, 2).First(), 1))
            .FirstOrDefault("")
        from span in Parts(resource, 2).SelectMany(scope => Parts(scope, 2))
        select new Span(service, Hex(span, 1), Hex(span, 2), Hex(span, 4), Text(span, 5));

    private static string Text(byte[] message, int field) => Parts(message, field).Select(Encoding.UTF8.GetString).FirstOrDefault("");

    private static string Hex(byte[] message, int field) => Parts(message, field).Select(Convert.ToHexStringLower).FirstOrDefault("");

    /// <summary>The length-delimited fields of one number.</summary>
    private static List<byte[]> Parts(byte[] message, int field)
    {
        var parts = new List<byte[]>();
        for (var at = 0; at < message.Length; )
        {
            var tag = Number(message, ref at);
            switch (tag & 7)
            {
                case 0:
                    _ = Number(message, ref at);
                    break;
                case 1:
                    at += sizeof(ulong);
                    break;
                case 2:
                    var length = (int)Number(message, ref at);
                    if ((int)(tag >> 3) == field)
                    {
                        parts.Add(message[at..(at + length)]);
                    }

                    at += length;
                    break;
                case 5:
                    at += sizeof(uint);
                    break;
                default:
                    throw new InvalidDataException($"No protobuf: wire type {tag & 7}.");
            }
        }

        return parts;
    }

    private static ulong Number(byte[] message, ref int at)
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            number |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }
    }
}
