using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Contracts.Delivery;

/// <summary>
/// One trace from the request through the outbox row and the bus to the receivers. The row keeps the W3C <c>traceparent</c> of the act
/// that wrote it, and MassTransit passes it on. Filing numbers and plates never appear in a trace.
/// </summary>
public static class Traces
{
    public const string SourceName = "Delivery";

    /// <summary>The trace endpoint, by OpenTelemetry's own name; if not set, no traces are made.</summary>
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The value for the row; null without tracing.</summary>
    public static string? Present => Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } followed ? followed.Id : null;

    private static bool AreWanted(IConfiguration settings) => settings[Endpoint] is { Length: > 0 };

    public static void AddTraces(this IServiceCollection services, IConfiguration settings, string service)
    {
        if (!AreWanted(settings))
        {
            return;
        }

        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service))
            .WithTracing(tracing => tracing.AddSource("Microsoft.AspNetCore", "MassTransit", SourceName).AddOtlpExporter());
    }

    /// <summary>
    /// Runs after routing: a request's span is named by its method and route, <c>GET /api/v1/checks/{plate}</c>, never by the actual path.
    /// </summary>
    public static void UseTraceNames(this IApplicationBuilder app, IConfiguration settings)
    {
        if (!AreWanted(settings))
        {
            return;
        }

        app.Use(
            (http, next) =>
            {
                if (
                    http.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } followed
                    && http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route }
                )
                {
                    followed.DisplayName = $"{http.Request.Method} {(route.StartsWith('/') ? route : $"/{route}")}";
                }

                return next(http);
            }
        );
    }

    /// <summary>The span for sending a row, a child of the act that wrote it.</summary>
    internal static Activity? Sending(OutboxRow row) =>
        row.Trace is null
            ? null
            : Source
                .StartActivity($"outbox {row.Type}", ActivityKind.Producer, row.Trace)
                ?.SetTag("messaging.message.id", row.Id)
                .SetTag("messaging.attempts", row.Attempts);
}
