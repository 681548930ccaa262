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
/// One trace from the request through the outbox row, the bus and its receivers: the row keeps the W3C <c>traceparent</c> of the act that wrote it,
/// MassTransit carries it on. Numbers of filings and plates are never in it.
/// </summary>
public static class Traces
{
    public const string SourceName = "Delivery";

    /// <summary>Where traces go, by OpenTelemetry's own name; not set: none are made.</summary>
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>What a row keeps: null where nobody follows.</summary>
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

    /// <summary>Behind routing: a request's span is called by its method and route, <c>GET /api/v1/checks/{plate}</c>, never by what was asked.</summary>
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

    /// <summary>The sending of a row, as part of what the act that wrote it began.</summary>
    internal static Activity? Sending(OutboxRow row) =>
        row.Trace is null
            ? null
            : Source
                .StartActivity($"outbox {row.Type}", ActivityKind.Producer, row.Trace)
                ?.SetTag("messaging.message.id", row.Id)
                .SetTag("messaging.attempts", row.Attempts);
}
