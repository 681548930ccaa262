using System.Collections.Concurrent;
using System.Diagnostics;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Contracts.Tests.Delivery;

/// <summary>
/// No SQL Server is available where this is built. So every query that these tests run on SQLite is also translated for SQL Server, by
/// EF's own provider; one that cannot be translated fails its request, and with it its test.
/// </summary>
public abstract class ServerQueries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly ConcurrentDictionary<string, byte> Translated = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];
    private readonly Func<DbContext, DbContext> _onServer;

    /// <param name="onServer">The same store on a server, which need not exist.</param>
    protected ServerQueries(Func<DbContext, DbContext> onServer)
    {
        _onServer = onServer;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The number of distinct queries so far.</summary>
    public static int Count => Translated.Count;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this, name => name == CoreEventId.QueryCompilationStarting.Name));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not QueryExpressionEventData { Context: { } asked, Expression: var query } || asked.Database.IsSqlServer())
        {
            return;
        }

        Translate(asked, query);
    }

    public void OnError(Exception error) { }

    public void OnCompleted() { }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    private void Translate(DbContext asked, Expression query)
    {
        using var server = _onServer(asked);
        var roots = new Roots(server);
        var there = roots.Visit(query);

        // Hand-written SQL is specific to its provider; Deploy.Tests checks it.
        if (roots.HasText)
        {
            return;
        }

        var rows = query.Type.IsGenericType
            ? query
                .Type.GetInterfaces()
                .Append(query.Type)
                .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IQueryable<>))
            : null;
        var result = rows is null
            ? typeof(Task<>).MakeGenericType(query.Type)
            : typeof(IAsyncEnumerable<>).MakeGenericType(rows.GetGenericArguments());
        try
        {
            typeof(IDatabase)
                .GetMethod(nameof(IDatabase.CompileQuery))!
                .MakeGenericMethod(result)
                .Invoke(server.GetService<IDatabase>(), System.Reflection.BindingFlags.DoNotWrapExceptions, null, [there, true], null);
        }
        catch (Exception reason) when (reason is InvalidOperationException or NotSupportedException)
        {
            throw new InvalidOperationException($"A SQL Server would not understand it: {reason.Message}", reason);
        }

        Translated.TryAdd(query.ToString(), 0);
    }

    /// <summary>The same tables in the server's model.</summary>
    private sealed class Roots(DbContext server) : ExpressionVisitor
    {
        public bool HasText { get; private set; }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is FromSqlQueryRootExpression or SqlQueryRootExpression)
            {
                HasText = true;
            }

            return node is EntityQueryRootExpression { EntityType.Name: var name } && !HasText
                    ? new EntityQueryRootExpression(server.Model.FindEntityType(name)!)
                : node is QueryRootExpression ? node
                : base.VisitExtension(node);
        }
    }
}
