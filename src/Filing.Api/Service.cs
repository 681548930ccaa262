using Contracts.Delivery;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Evidence;
using FilingApi.Features.Accounts;
using FilingApi.Register;
using FilingApi.Settings;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi;

/// <summary>The filing service: <see cref="Start"/> returns when it answers.</summary>
public static class Service
{
    public const string QueuePrefix = "filing";

    public static readonly ServiceConsumers Consumers = new(typeof(Service).Assembly, QueuePrefix);

    public static async Task<WebApplication> Start(ServiceSettings settings)
    {
        Directory.CreateDirectory(settings.DataFolder);
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(Service).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.WebHost.UseUrls(settings.Url);
        if (settings.Production?.Certificate is { } certificate)
        {
            builder
                .WebHost.UseKestrelHttpsConfiguration()
                .ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
        }

        builder.Logging.ClearProviders();
        builder
            .Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(settings.Quiet ? LogLevel.Warning : LogLevel.Information);

        if (settings.Listener is { } listener)
        {
            builder.Logging.AddProvider(listener);
        }

        builder
            .Logging.AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("MassTransit", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.None);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(settings.Clock);
        builder.Services.AddFilingStore(settings);
        builder.Services.AddTransport(settings);
        builder.Services.AddWeb(settings);
        builder.Services.AddTraces(builder.Configuration, "filing-api");

        var app = builder.Build();
        await app.Services.GetRequiredService<Startup>().Open(CancellationToken.None);
        app.UseWeb();
        await app.StartAsync();
        return app;
    }

    /// <summary>The store, its one writer, and the register in memory.</summary>
    private static void AddFilingStore(this IServiceCollection services, ServiceSettings settings)
    {
        services.AddChained<FilingDb>(
            Book.OfFiling,
            settings,
            options => FilingStore.UseFiling(options, settings.SqlServer ?? settings.File("filing.db"), settings.Durable)
        );
        services.AddChained<QuestionDb>(
            Book.OfQuestions,
            settings,
            options => FilingStore.UseQuestions(options, settings.SqlServer ?? settings.File("questions.db"), settings.Durable)
        );
        services.AddSingleton<RegisterClock>().AddSingleton<RegisterIndex>().AddSingleton<RosterIndex>().AddSingleton<RegisterReader>();
        services.AddSingleton<PresentHeads>().AddSingleton<Retention>().AddSingleton<DiskSpace>().AddSingleton<FirstCode>();
        services.AddSingleton<FolderLock>().AddSingleton<Readiness>().AddSingleton<Startup>();
        services.AddSingleton<IWriteHooks<FilingDb>, CommitHooks>();
        services.AddSingleton<IDeadlineActs<FilingDb>, Features.Filings.FilingDeadlines>();
        services.AddSingleton<Deadlines<FilingDb>>().AddStoreMetrics<FilingDb>();

        // Hosts stop in reverse: the writer is the last to go.
        services
            .AddHosted<Writer<FilingDb>>()
            .AddHosted<QuestionLog>()
            .AddHosted<Dispatcher<FilingDb>>()
            .AddHosted<DeadlineSweep<FilingDb>>();
    }

    /// <summary>A store whose books are hash-chained.</summary>
    private static void AddChained<TDb>(
        this IServiceCollection services,
        IReadOnlyList<Book> books,
        ServiceSettings settings,
        Action<DbContextOptionsBuilder> use
    )
        where TDb : DbContext
    {
        services.AddKeyedSingleton(typeof(TDb).Name, (_, _) => new Chain(books, ChinaTime.Offset, settings.IsShared));
        services.AddDbContextFactory<TDb>(
            (provider, options) =>
            {
                use(options);
                options.AddInterceptors(new ChainRows(provider.GetRequiredKeyedService<Chain>(typeof(TDb).Name)));
                if (provider.GetService<DeadlineHorizon<TDb>>() is { } horizon)
                {
                    options.AddInterceptors(horizon);
                }
            }
        );
    }

    /// <summary>Embedded, the worker lives here and the mediator is the bus; else RabbitMQ is, and the worker is its own process.</summary>
    private static void AddTransport(this IServiceCollection services, ServiceSettings settings)
    {
        if (settings.Broker is { } broker)
        {
            services.AddSingleton<IMessagePublisher, BusPublisher>().AddSingleton<SharedStore>();
            services.AddHosted<RegisterFollower>();
            services.AddRabbit(broker, QueuePrefix, Consumers.AddTo);
            return;
        }

        services.AddEmbeddedWorker(settings);
    }

    private static IServiceCollection AddHosted<T>(this IServiceCollection services)
        where T : class, IHostedService => services.AddSingleton<T>().AddHostedService(provider => provider.GetRequiredService<T>());
}
