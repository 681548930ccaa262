using System.Data.Common;
using Contracts.Delivery;
using DispatchWorker.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace DispatchWorker;

/// <summary>For operations alone: nobody else has business at the worker's door.</summary>
internal static class Health
{
    /// <summary>Alive; and whether the store and the broker answer: 503 with the one that does not.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", () => "alive");
        app.MapGet(
            "/readyz",
            async (IDbContextFactory<DispatchDb> contexts, IBusControl bus, CancellationToken cancel) =>
            {
                var (store, broker) = (await Answers(contexts, cancel), bus.CheckHealth().Status == BusHealthStatus.Healthy);
                return Results.Json(
                    new { store = Say(store), broker = Say(broker) },
                    statusCode: store && broker ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
                );
            }
        );
    }

    private static string Say(bool answers) => answers ? "ok" : "away";

    private static async Task<bool> Answers(IDbContextFactory<DispatchDb> contexts, CancellationToken cancel)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            _ = await db.Set<OutboxRow>().AnyAsync(cancel);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
