using Contracts.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Contracts.Tests.Delivery;

public sealed class Note
{
    public required string Id { get; init; }
    public string? Under { get; init; }
    public string Text { get; set; } = "";
    public DateTimeOffset At { get; init; }
}

public sealed class SampleDb(DbContextOptions<SampleDb> options) : DbContext(options), ISends
{
    public DbSet<Note> Notes => Set<Note>();
    public List<OutboxRow> Outgoing { get; } = [];

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.AddStoreConventions();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddDelivery();
        modelBuilder.Entity<Note>().HasOne<Note>().WithMany().HasForeignKey(note => note.Under);
    }
}

/// <summary>A real SQLite file with all services of delivery; a service runs only after it is started.</summary>
internal sealed class SampleStore : IWriteHooks<SampleDb>, IMessagePublisher, IDeadlineActs<SampleDb>, IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("delivery").FullName;
    private readonly ServiceProvider _services;
    private readonly List<IHostedService> _running = [];

    /// <param name="isShared">True to behave as if other processes used the same file.</param>
    public SampleStore(bool isShared = false)
    {
        var services = new ServiceCollection();
        if (isShared)
        {
            services.AddSingleton<SharedStore>();
        }

        _services = services
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddSingleton<DeadlineHorizon<SampleDb>>()
            .AddDbContextFactory<SampleDb>(
                (provider, options) =>
                    options
                        .UseStore(Path.Combine(_folder, "sample.db"), durable: true)
                        .AddInterceptors(provider.GetRequiredService<DeadlineHorizon<SampleDb>>())
            )
            .AddSingleton<IWriteHooks<SampleDb>>(this)
            .AddSingleton<IMessagePublisher>(this)
            .AddSingleton<IDeadlineActs<SampleDb>>(this)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<Writer<SampleDb>>()
            .AddSingleton<Dispatcher<SampleDb>>()
            .AddSingleton<Deadlines<SampleDb>>()
            .AddSingleton<DeadlineSweep<SampleDb>>()
            .BuildServiceProvider();
        using var db = Open();
        db.Database.EnsureCreated();
    }

    public FakeTimeProvider Clock { get; } = new(Make.At("10:00"));

    /// <summary>The notes of the saved requests, by group.</summary>
    public List<string[][]> Groups { get; } = [];
    public int GroupsEnded { get; private set; }
    public Func<object, Guid, string?, Task> OnPublish { get; set; } = (_, _, _) => Task.CompletedTask;
    public Func<SampleDb, DeadlineRow, CancellationToken, Task> OnDue { get; set; } = (_, _, _) => Task.CompletedTask;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public SampleDb Open() => Get<IDbContextFactory<SampleDb>>().CreateDbContext();

    public async Task Start<T>()
        where T : class, IHostedService
    {
        _running.Add(Get<T>());
        await Get<T>().StartAsync(default);
    }

    public Task<T> Write<T>(Func<SampleDb, Task<T>> work) => Get<Writer<SampleDb>>().Write((db, _) => work(db), default);

    public Task<bool> Write(Action<SampleDb> work) =>
        Write(db =>
        {
            work(db);
            return Task.FromResult(true);
        });

    public async Task<List<string>> NoteIds()
    {
        await using var db = Open();
        return await db.Notes.OrderBy(note => note.Id).Select(note => note.Id).ToListAsync();
    }

    public async Task<List<T>> Rows<T>()
        where T : class
    {
        await using var db = Open();
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }

    /// <summary>Waits for a condition that another task fulfils; fails after ten seconds.</summary>
    public static async Task Until(Func<Task<bool>> condition)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await condition())
        {
            await Task.Delay(5, bound.Token);
        }
    }

    void IWriteHooks<SampleDb>.Committed(IReadOnlyList<SampleDb> saved) =>
        Groups.Add([.. saved.Select(db => db.ChangeTracker.Entries<Note>().Select(entry => entry.Entity.Id).Order().ToArray())]);

    void IWriteHooks<SampleDb>.Ended() => GroupsEnded++;

    Task IMessagePublisher.Publish(object message, Type type, Guid id, string? town, CancellationToken cancel) =>
        OnPublish(message, id, town);

    Task IDeadlineActs<SampleDb>.Apply(SampleDb db, DeadlineRow deadline, CancellationToken cancel) => OnDue(db, deadline, cancel);

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Enumerable.Reverse(_running))
        {
            await service.StopAsync(default);
        }

        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
