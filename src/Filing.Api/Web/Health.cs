using Contracts.Delivery;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Register;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Web;

/// <summary>Liveness and readiness. A part that needs a person's attention is <c>degraded</c>, and the answer still 200.</summary>
public static class Health
{
    public sealed record ReadyView(string Status, IReadOnlyDictionary<string, PartView> Parts);

    public sealed record PartView(string Status, string? Detail);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", () => Results.Text("alive"))
            .AllowAnyone("Alive")
            .DisableRateLimiting()
            .Produces<string>(StatusCodes.Status200OK, "text/plain");
        app.MapGet("/readyz", Ready)
            .AllowAnyone("Ready")
            .DisableRateLimiting()
            .Produces<ReadyView>()
            .Produces<ReadyView>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Answer> Ready(
        FilingDb db,
        Readiness readiness,
        RegisterClock clock,
        RosterIndex roster,
        DiskSpace disk,
        IServiceProvider services,
        CancellationToken cancel
    )
    {
        try
        {
            return await Look(db, readiness, clock, roster, disk, services.GetService<IBusControl>(), cancel);
        }
        catch (System.Data.Common.DbException)
        {
            return new Answer(
                StatusCodes.Status503ServiceUnavailable,
                new ReadyView("store away", new Dictionary<string, PartView> { ["store"] = new("away", "The store does not answer.") })
            );
        }
    }

    private static async Task<Answer> Look(
        FilingDb db,
        Readiness readiness,
        RegisterClock clock,
        RosterIndex roster,
        DiskSpace disk,
        IBusControl? bus,
        CancellationToken cancel
    )
    {
        var parked = await db.Set<OutboxRow>().CountAsync(row => row.ParkedAt != null, cancel);
        var parkedDeadlines = await db.Set<DeadlineRow>().CountAsync(row => row.ParkedAt != null, cancel);
        var waiting = await db.Set<OutboxRow>().CountAsync(row => row.ParkedAt == null, cancel);
        var parts = new Dictionary<string, PartView>
        {
            ["register"] = new(readiness.IsReady ? "ok" : "starting", null),
            ["calendar"] = Calendar(clock, roster),
            ["clock"] = clock.IsAhead
                ? new("degraded", "Stamps run more than 2 s ahead of the wall clock: it has stepped back.")
                : new("ok", null),
            ["disk"] = disk.IsNearlyFull
                ? new("degraded", $"{disk.FreeMB} MB free, {disk.LeastMB} MB needed: writes are refused, checks go on. Free or add space.")
                : new("ok", null),
            ["outbox"] = waiting > 10_000 ? new("degraded", $"{waiting} messages wait.") : new("ok", null),
            ["parked"] =
                parked + parkedDeadlines > 0
                    ? new("degraded", $"{parked} messages and {parkedDeadlines} deadlines are parked.")
                    : new("ok", null),
        };
        if (bus is not null)
        {
            parts["broker"] = bus.CheckHealth() is { Status: BusHealthStatus.Healthy }
                ? new("ok", null)
                : new("degraded", "The broker does not answer: filings and checks go on, messages wait in the outbox.");
        }

        var ready = readiness.IsReady;
        return new Answer(
            ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
            new ReadyView(ready ? "ready" : "starting", parts)
        );
    }

    /// <summary>This year's calendar must exist; from 1 December next year's too (R8).</summary>
    private static PartView Calendar(RegisterClock clock, RosterIndex roster)
    {
        var today = clock.Now.ToChina();
        int[] needed = today.Month == 12 ? [today.Year, today.Year + 1] : [today.Year];
        var missing = needed.Where(year => !roster.Now.WorkingDays.Knows(year)).ToList();
        return missing.Count == 0 ? new("ok", null) : new("degraded", $"No calendar for {string.Join(", ", missing)}: import it.");
    }
}
