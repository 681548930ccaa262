using Contracts.Delivery;
using Contracts.Register;
using DispatchWorker;
using FilingApi.Data;
using FilingApi.Evidence;
using FilingApi.Production;
using FilingApi.Register;
using FilingApi.Web;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace FilingApi;

/// <summary>Where and how one process of the service runs.</summary>
public sealed record ServiceSettings
{
    public required string DataFolder { get; init; }
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>False only for a replay's throw-away folder: commits are then not forced to the disk.</summary>
    public bool Durable { get; init; } = true;
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Creates the account <c>admin</c> with this password at start, if there is none.</summary>
    public string? AdminPassword { get; init; }

    /// <summary>Demo accounts may exist: only from <c>./start</c>, only on loopback.</summary>
    public bool Demo { get; init; }
    public bool Quiet { get; init; }
    public Limits Limits { get; init; } = new();

    /// <summary>Where others reach the service, for QR codes: <c>https://…</c>; null: as the request came.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>Hears every log line besides; for tests that look for what must not be in them.</summary>
    public ILoggerProvider? Listener { get; init; }

    /// <summary>Null: everything in this one process.</summary>
    public BrokerSettings? Broker { get; init; }

    /// <summary>Connection string of a SQL Server with the schema <c>filing</c>; null: files in the data folder.</summary>
    public string? SqlServer { get; init; }

    /// <summary>Other processes may use the same stores.</summary>
    public bool IsShared => Broker is not null;

    public const int LeastQuestionMonths = 6;
    public const int UsualLeastFreeMB = 200;

    /// <summary>How long the log of questions is kept; the law says six months at least.</summary>
    public int QuestionMonths { get; init; } = LeastQuestionMonths;

    /// <summary>Below it the disk is nearly full and writes are refused.</summary>
    public int LeastFreeMB { get; init; } = UsualLeastFreeMB;

    /// <summary>Tells the free space in the disk's place; for tests.</summary>
    public Func<long>? FreeBytes { get; init; }

    /// <summary>Null: the demo, a replay, a test.</summary>
    public ProductionSettings? Production { get; init; }

    public string File(string name) => Path.Combine(DataFolder, name);
}

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
        builder.Services.AddTraces("filing-api");

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
        services.AddSingleton<FolderLock>().AddSingleton<Startup>();
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

        services.AddDispatch(new DispatchSettings(settings.File("dispatch.db"), settings.Durable));
        services.AddSingleton<Settling>();
        services.AddSingleton<DeadlineHorizon<FilingDb>>().AddSingleton<DeadlineHorizon<DispatchWorker.Data.DispatchDb>>();
        services.AddSingleton<IMessagePublisher, MediatorPublisher>();
        services.AddMediator(x =>
        {
            Consumers.AddTo(x);
            DispatchServices.Consumers.AddTo(x);
        });
    }

    private static IServiceCollection AddHosted<T>(this IServiceCollection services)
        where T : class, IHostedService => services.AddSingleton<T>().AddHostedService(provider => provider.GetRequiredService<T>());
}
