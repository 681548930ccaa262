using Contracts.Delivery;
using DispatchWorker;
using DispatchWorker.Data;
using DispatchWorker.Planning;
using DispatchWorker.Schedules;
using DispatchWorker.Settings;
using FilingApi.Data;
using FilingApi.Replay;
using FilingApi.Settings;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace FilingApi;

/// <summary>The worker inside this process, and what else this program does for it. The one file that knows Dispatch.Worker.</summary>
public static class EmbeddedWorker
{
    private const string File = "dispatch.db";

    public static IReadOnlyList<string> Endpoints => DispatchServices.Consumers.Endpoints;

    /// <summary>Its services, and the mediator as the bus of both.</summary>
    public static void AddEmbeddedWorker(this IServiceCollection services, ServiceSettings settings)
    {
        services.AddDispatch(new DispatchSettings(settings.File(File), settings.Durable));
        services.AddSingleton(Settling.Of<FilingDb>).AddSingleton(Settling.Of<DispatchDb>).AddSingleton<Settling>();
        services.AddSingleton<DeadlineHorizon<FilingDb>>().AddSingleton<DeadlineHorizon<DispatchDb>>();
        services.AddSingleton<IMessagePublisher, MediatorPublisher>();
        services.AddMediator(x =>
        {
            Service.Consumers.AddTo(x);
            DispatchServices.Consumers.AddTo(x);
        });
    }

    /// <summary>Its store, where it lives in this process.</summary>
    public static async Task OpenEmbeddedWorker(this IServiceProvider services, ServiceSettings settings, CancellationToken cancel)
    {
        if (services.GetService<IDbContextFactory<DispatchDb>>() is { } dispatch)
        {
            await using var worker = await dispatch.CreateDbContextAsync(cancel);
            await DispatchStore.Open(worker, settings.File(File), cancel);
            await Retain.Begin(worker, settings.Clock.GetUtcNow(), cancel);
        }
    }

    /// <summary>Null: there is no such store in the folder.</summary>
    public static Func<DbContext>? StoreIn(string folder)
    {
        var file = Path.Combine(folder, File);
        return System.IO.File.Exists(file) ? () => new DispatchDb(DispatchStore.Options(file)) : null;
    }

    public static int Solve(string[] args) => SolveCommand.Run(args);
}
