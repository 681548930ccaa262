using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Web;

/// <summary>
/// How a list is sorted and paged: by a moment and a unique key, or by the key alone. The only place that turns a cursor into a
/// condition. Create one per list in a static field: its selectors are compiled.
/// </summary>
public sealed class Paging<T>
    where T : class
{
    private static readonly MethodInfo Compare = typeof(string).GetMethod(nameof(string.CompareTo), [typeof(string)])!;
    private readonly Expression<Func<T, DateTimeOffset>>? _at;
    private readonly Expression<Func<T, string>> _key;
    private readonly bool _newestFirst;
    private readonly Func<T, Cursor> _cursorOf;

    private Paging(Expression<Func<T, DateTimeOffset>>? at, Expression<Func<T, string>> key, bool newestFirst)
    {
        (_at, _key, _newestFirst) = (at, key, newestFirst);
        var (momentOf, keyOf) = (at?.Compile(), key.Compile());
        _cursorOf = row => new Cursor(momentOf?.Invoke(row) ?? default, keyOf(row));
    }

    public static Paging<T> NewestFirst(Expression<Func<T, DateTimeOffset>> at, Expression<Func<T, string>> key) => new(at, key, true);

    public static Paging<T> OldestFirst(Expression<Func<T, DateTimeOffset>> at, Expression<Func<T, string>> key) => new(at, key, false);

    public static Paging<T> ByKey(Expression<Func<T, string>> key) => new(null, key, false);

    public async Task<Page<TView>> Page<TView>(IQueryable<T> rows, Cursor? cursor, Func<T, TView> view, CancellationToken cancel) =>
        ToPage(await Rows(rows, cursor, cancel), view);

    /// <summary>Takes one row more than a page, so that <see cref="ToPage"/> knows whether more follow.</summary>
    public Task<List<T>> Rows(IQueryable<T> rows, Cursor? cursor, CancellationToken cancel)
    {
        if (cursor is not null)
        {
            rows = rows.Where(After(cursor));
        }

        var ordered = (_at, _newestFirst) switch
        {
            (null, _) => rows.OrderBy(_key),
            ({ } at, true) => rows.OrderByDescending(at).ThenByDescending(_key),
            ({ } at, false) => rows.OrderBy(at).ThenBy(_key),
        };
        return ordered.Take(Cursor.PageSize + 1).ToListAsync(cancel);
    }

    public Page<TView> ToPage<TView>(List<T> rows, Func<T, TView> view) => Cursor.Page(rows, _cursorOf, view);

    private Expression<Func<T, bool>> After(Cursor cursor)
    {
        var row = _key.Parameters[0];

        // Members of a constant: EF turns them into parameters, so one compiled query serves every cursor.
        var bound = Expression.Constant(cursor);
        var (boundAt, boundKey) = (Expression.Property(bound, nameof(Cursor.At)), Expression.Property(bound, nameof(Cursor.Key)));
        var compared = Expression.Call(_key.Body, Compare, boundKey);
        var byKey = Further(compared, Expression.Constant(0));
        if (_at is null)
        {
            return Expression.Lambda<Func<T, bool>>(byKey, row);
        }

        var at = new Replace(_at.Parameters[0], row).Visit(_at.Body);
        return Expression.Lambda<Func<T, bool>>(
            Expression.OrElse(Further(at, boundAt), Expression.AndAlso(Expression.Equal(at, boundAt), byKey)),
            row
        );
    }

    private BinaryExpression Further(Expression value, Expression bound) =>
        _newestFirst ? Expression.LessThan(value, bound) : Expression.GreaterThan(value, bound);

    private sealed class Replace(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
