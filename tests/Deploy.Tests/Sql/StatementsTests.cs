using System.Reflection;
using Contracts.Delivery;
using Contracts.Filing;
using Contracts.Register;
using DispatchWorker.Data;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Deploy.Tests.Sql;

/// <summary>
/// What runs with every message on a SQL Server: the queries that are compiled once, and the statements by hand. Each is what the product
/// itself sends; it is read by the server's own parser and bound to the tables that the migrations make.
/// </summary>
public sealed class StatementsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Assembly[] Ours = [typeof(Writer<>).Assembly, typeof(DispatchDb).Assembly, typeof(FilingDb).Assembly];

    public static TheoryData<string> Queries => [.. Fields().Select(NameOf).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Every_compiled_query_translates_for_the_server(string name)
    {
        var field = Fields().Single(each => NameOf(each) == name);
        var query = field.GetValue(null)!;
        var call = field.FieldType.GetGenericArguments()[0];
        var context = call.GetGenericArguments()[0];
        await using DbContext db = context == typeof(FilingDb) ? Filing() : Dispatch();
        var connection = Recorded(db);

        var made = (Delegate)query.GetType().GetMethod("In")!.Invoke(query, [db])!;
        var answer = made.DynamicInvoke([db, .. call.GetGenericArguments()[1..^1].Select(Some)])!;

        if (answer is Task task)
        {
            await task;
        }
        else
        {
            await (
                (Task)
                    typeof(StatementsTests)
                        .GetMethod(nameof(Drain), BindingFlags.NonPublic | BindingFlags.Static)!
                        .MakeGenericMethod(
                            answer
                                .GetType()
                                .GetInterfaces()
                                .Append(answer.GetType())
                                .First(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
                                .GetGenericArguments()
                        )
                        .Invoke(null, [answer])!
            );
        }

        Understood(db, connection.Statements);
    }

    [Fact]
    public async Task What_the_worker_and_the_delivery_write_by_hand_is_understood()
    {
        await using var db = Dispatch();
        var connection = Recorded(db);
        await using (await db.Database.BeginTransactionAsync())
        {
            await db.Lock(["湘A00001", "湘A00002"], default);
            await db.BeginDeadline("kind", "key", DateTimeOffset.UnixEpoch, default);
            await db.FirstSeen(Guid.NewGuid(), "consumer", DateTimeOffset.UnixEpoch, default);
            await db.InsertAll([new OutboxRow { Type = "type", Body = "{}" }], default);
            await db.InsertAll(
                [
                    DispatchWorker.Data.SightingRow.Of(
                        new Sighting
                        {
                            Id = "s",
                            Account = "camera",
                            SenderId = "s",
                            Town = "430181117",
                            Plate = "湘A00001",
                            Colour = PlateColour.Yellow,
                            At = DateTimeOffset.UnixEpoch,
                            Activity = Activity.Passing,
                            Point = new GeoPoint(28, 113),
                            Doubtful = false,
                        },
                        DateTimeOffset.UnixEpoch
                    ),
                ],
                default
            );
            await new Deadlines<DispatchDb>(new NothingDue(), new LoggerFactory().CreateLogger<Deadlines<DispatchDb>>()).ApplyBefore(
                db,
                DateTimeOffset.UnixEpoch,
                default
            );
        }

        Assert.True(connection.Statements.Count >= 6, $"{connection.Statements.Count} statements");
        Assert.Contains(connection.Statements, statement => statement.Text.Contains("sp_getapplock", StringComparison.Ordinal));
        Assert.Contains(connection.Statements, statement => statement.Text.Contains("READPAST", StringComparison.Ordinal));
        Understood(db, connection.Statements);
    }

    [Fact]
    public async Task What_the_filing_service_writes_by_hand_is_understood()
    {
        await using var db = Filing();
        var connection = Recorded(db);
        await using (await db.Database.BeginTransactionAsync())
        {
            // Raised, begun and raised again: even then the row is not there, where every table is empty.
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.NextNumber("XW", "430523101", DateTimeOffset.UnixEpoch, default));
            await db.InsertAll([Trip.Plan("T1", "XW-1", 1, "P1")], default);
            await db.InsertAll(
                [
                    new FactTruck
                    {
                        Plate = "湘A00001",
                        Number = "XW-1",
                        Seq = 1,
                    },
                ],
                default
            );
            await db.InsertAll(
                [
                    new AnswerRow
                    {
                        Account = "a",
                        Key = "k",
                        RequestHash = "h",
                        Status = 201,
                        ContentType = "application/json",
                        Body = "{}",
                        At = DateTimeOffset.UnixEpoch,
                    },
                ],
                default
            );
        }

        Assert.Contains(connection.Statements, statement => statement.Text.Contains("OUTPUT inserted.Last", StringComparison.Ordinal));
        Assert.Equal(6, connection.Statements.Count);
        Understood(db, connection.Statements);
    }

    [Fact]
    public async Task The_claim_of_outbox_rows_is_understood()
    {
        var connection = new RecordingConnection();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddSingleton<IDbContextFactory<DispatchDb>>(new Contexts(connection))
            .AddSingleton<IMessagePublisher>(new NoGate())
            .AddSingleton(TimeProvider.System)
            .AddSingleton<SharedStore>()
            .AddSingleton<Writer<DispatchDb>>()
            .AddSingleton<Dispatcher<DispatchDb>>()
            .BuildServiceProvider();
        var dispatcher = services.GetRequiredService<Dispatcher<DispatchDb>>();
        await dispatcher.StartAsync(default);
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); waited.Elapsed < Patience && connection.Statements.Count < 2; )
        {
            await Task.Delay(20);
        }

        await dispatcher.StopAsync(default);

        Assert.Contains(connection.Statements, statement => statement.Text.Contains("UPDATE TOP", StringComparison.Ordinal));
        await using var db = Dispatch();
        Understood(db, [.. connection.Statements.Take(2)]);
    }

    [Fact]
    public async Task The_query_for_a_books_last_link_is_valid_on_the_server()
    {
        await using var filing = Filing();
        var connection = Recorded(filing);
        _ = new Chain(Book.OfFiling, TimeSpan.FromHours(8), true).HeadsIn(filing);
        Understood(filing, connection.Statements);

        await using var questions = new QuestionDb(FilingStore.QuestionOptions("Server=none"));
        var other = Recorded(questions);
        _ = new Chain(Book.OfQuestions, TimeSpan.FromHours(8), true).HeadsIn(questions);
        using var model = SqlModel.OfMigrations(new QuestionDbOnSqlServer(FilingStore.QuestionOptions("Server=none")), FilingDb.Schema);
        Assert.Equal([], model.Misunderstood(FilingDb.Schema, other.Statements));
    }

    [Theory]
    [InlineData("SELECT [Nope] FROM [dispatch].[outbox]")]
    [InlineData("UPDATE [dispatch].[nowhere] SET [Id] = 1")]
    public void A_column_or_a_table_that_is_not_there_is_noticed(string text)
    {
        using var model = SqlModel.OfMigrations(new DispatchDbOnSqlServer(DispatchStore.Options("Server=none")), DispatchDb.Schema);

        Assert.NotEmpty(model.Misunderstood(DispatchDb.Schema, [new Statement(text, [])]));
    }

    private static IEnumerable<FieldInfo> Fields() =>
        Ours.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type =>
                type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
            )
            .Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(CompiledQuery<>));

    private static string NameOf(FieldInfo field) => $"{field.DeclaringType!.Name.Split('`')[0]}.{field.Name}";

    private static FilingDb Filing() => new(FilingStore.FilingOptions("Server=none"));

    private static DispatchDb Dispatch() => new(DispatchStore.Options("Server=none"));

    private static RecordingConnection Recorded(DbContext db)
    {
        var connection = new RecordingConnection();
        db.Database.SetDbConnection(connection, contextOwnsConnection: true);
        return connection;
    }

    private static object? Some(Type type) =>
        type == typeof(string) ? "x"
        : type == typeof(string[]) ? new[] { "x", "y" }
        : type == typeof(Guid?[]) ? new Guid?[] { Guid.NewGuid() }
        : type == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch
        : Activator.CreateInstance(type);

    private static async Task Drain<T>(IAsyncEnumerable<T> rows)
    {
        await foreach (var _ in rows)
        {
            Assert.Fail("Every table is empty.");
        }
    }

    private static void Understood(DbContext db, IReadOnlyList<Statement> statements)
    {
        Assert.NotEmpty(statements);
        var isFiling = db is FilingDb;
        using DbContext migrations = isFiling
            ? new FilingDbOnSqlServer(FilingStore.FilingOptions("Server=none"))
            : new DispatchDbOnSqlServer(DispatchStore.Options("Server=none"));
        var schema = isFiling ? FilingDb.Schema : DispatchDb.Schema;
        using var model = SqlModel.OfMigrations(migrations, schema);
        Assert.Equal([], model.Misunderstood(schema, statements));
    }

    private sealed class NothingDue : IDeadlineActs<DispatchDb>
    {
        public Task Apply(DispatchDb db, DeadlineRow deadline, CancellationToken cancel) => Task.CompletedTask;
    }

    private sealed class NoGate : IMessagePublisher
    {
        public Task Publish(object message, Type type, Guid id, string? town, CancellationToken cancel) => Task.CompletedTask;
    }

    private sealed class Contexts(RecordingConnection connection) : IDbContextFactory<DispatchDb>
    {
        public DispatchDb CreateDbContext()
        {
            var db = Dispatch();
            db.Database.SetDbConnection(connection);
            return db;
        }
    }
}
