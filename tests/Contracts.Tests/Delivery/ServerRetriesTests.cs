using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Contracts.Delivery;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Contracts.Tests.Delivery;

/// <summary>What the writer does when a SQL Server does not take a write. Its errors are made here, its connection does nothing.</summary>
public sealed class ServerRetriesTests : IDbContextFactory<SampleDb>
{
    private const int Deadlock = 1205;
    private const int SameKey = 2627;
    private const int ServerNotFound = 53;
    private const int NoSuchColumn = 207;
    private int _contexts;

    public static TheoryData<Exception> WorthAnother =>
        [
            Sql(Deadlock),
            new DbUpdateException("", Sql(Deadlock)),
            new InvalidOperationException("likely transient", new DbUpdateException("", Sql(Deadlock))),
            new InvalidOperationException("likely transient", Sql(40613)),
            new DbUpdateException("", Sql(SameKey)),
            new DbUpdateConcurrencyException(),
            Sql(51000),
            Sql(ServerNotFound),
            Sql(-2),
            Sql(0),
        ];

    public static TheoryData<Exception> NotWorthAnother =>
        [Sql(NoSuchColumn), new DbUpdateException("", Sql(547)), new InvalidOperationException("a bug")];

    [Theory]
    [MemberData(nameof(WorthAnother), DisableDiscoveryEnumeration = true)]
    public async Task A_write_that_lost_a_race_or_the_server_is_run_again_whole(Exception reason)
    {
        var tries = 0;

        var answer = await Write(db =>
        {
            Assert.Empty(db.Outgoing);
            db.Outgoing.Add(new OutboxRow { Type = "", Body = "" });
            if (++tries < 3)
            {
                throw reason;
            }

            db.Outgoing.Clear();
            return tries;
        });

        // One context more than tries: two are the writer's own.
        Assert.Equal((3, 5), (answer, _contexts));
    }

    [Theory]
    [MemberData(nameof(NotWorthAnother), DisableDiscoveryEnumeration = true)]
    public async Task What_would_fail_again_fails_at_once(Exception reason)
    {
        var tries = 0;

        var failure = await Assert.ThrowsAnyAsync<Exception>(() =>
            Write<int>(_ =>
            {
                tries++;
                throw reason;
            })
        );

        Assert.Same(reason, failure);
        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task A_key_that_is_taken_every_time_fails_with_its_own_reason()
    {
        var (tries, reason) = (0, new DbUpdateException("", Sql(SameKey)));

        var failure = await Assert.ThrowsAsync<DbUpdateException>(() =>
            Write<int>(_ =>
            {
                tries++;
                throw reason;
            })
        );

        Assert.Same(reason, failure);
        Assert.Equal(5, tries);
    }

    public SampleDb CreateDbContext()
    {
        _contexts++;
        var options = new DbContextOptionsBuilder<SampleDb>();
        options.UseStore("Server=nobody.invalid", durable: true);
        var db = new SampleDb(options.Options);
        db.Database.SetDbConnection(new NoConnection());
        return db;
    }

    private async Task<T> Write<T>(Func<SampleDb, T> work)
    {
        using var writer = new Writer<SampleDb>(this, NullLogger<Writer<SampleDb>>.Instance);
        await writer.StartAsync(default);
        try
        {
            return await writer.Write((db, _) => Task.FromResult(work(db)), default).WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            await writer.StopAsync(default);
        }
    }

    /// <summary>The client makes them for itself alone.</summary>
    private static SqlException Sql(int number)
    {
        const BindingFlags hidden = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        var constructor = typeof(SqlError).GetConstructors(hidden).OrderBy(one => one.GetParameters().Length).First();
        var error = constructor.Invoke([.. constructor.GetParameters().Select(each => each.Name == "infoNumber" ? number : Nothing(each))]);
        var errors = typeof(SqlErrorCollection).GetConstructors(hidden)[0].Invoke(null);
        typeof(SqlErrorCollection).GetMethod("Add", hidden)!.Invoke(errors, [error]);
        var create = typeof(SqlException)
            .GetMethods(hidden)
            .Where(method => method.Name == "CreateException")
            .OrderBy(method => method.GetParameters().Length)
            .First();
        return (SqlException)
            create.Invoke(
                null,
                [.. create.GetParameters().Select(each => each.ParameterType == errors.GetType() ? errors : Nothing(each))]
            )!;
    }

    private static object? Nothing(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) ? ""
        : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
        : null;

    private sealed class NoConnection : DbConnection
    {
        private ConnectionState _state;

        [AllowNull]
        public override string ConnectionString { get; set; } = "Server=nobody.invalid";
        public override string Database => "";
        public override string DataSource => "";
        public override string ServerVersion => "16.0";
        public override ConnectionState State => _state;

        public override void Open() => _state = ConnectionState.Open;

        public override void Close() => _state = ConnectionState.Closed;

        public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new NoTransaction(this, isolationLevel);

        protected override DbCommand CreateDbCommand() => throw new NotSupportedException();
    }

    private sealed class NoTransaction(DbConnection connection, IsolationLevel level) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => level;
        protected override DbConnection DbConnection => connection;

        public override void Commit() { }

        public override void Rollback() { }
    }
}
