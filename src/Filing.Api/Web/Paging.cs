using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Contracts.Register;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Web;

/// <summary>
/// How a list is ordered and paged: by a moment and the unique key beside it, or by the key alone, which may be of two columns. The one
/// place that turns a cursor into a condition. Made once per list and kept in a static field: its selectors are compiled.
/// </summary>
public sealed class Paging<T>
    where T : class
{
    private readonly Column[] _columns;
    private readonly bool _newestFirst;
    private readonly Func<T, Cursor> _cursorOf;

    private Paging(Expression<Func<T, DateTimeOffset>>? at, bool newestFirst, params Column[] keys)
    {
        (_newestFirst, _columns) = (newestFirst, at is null ? keys : [new MomentColumn(at), .. keys]);
        var momentOf = at?.Compile();
        _cursorOf = row => new Cursor(momentOf?.Invoke(row) ?? default, string.Join('|', keys.Select(key => key.TextOf(row))));
    }

    public static Paging<T> NewestFirst(Expression<Func<T, DateTimeOffset>> at, Expression<Func<T, string>> key) =>
        new(at, true, new TextColumn(key));

    public static Paging<T> NewestFirst(Expression<Func<T, long>> number) => new(null, true, new NumberColumn(number));

    public static Paging<T> OldestFirst(Expression<Func<T, DateTimeOffset>> at, Expression<Func<T, string>> key) =>
        new(at, false, new TextColumn(key));

    public static Paging<T> ByKey(Expression<Func<T, string>> key) => new(null, false, new TextColumn(key));

    public static Paging<T> ByKeys(Expression<Func<T, string>> first, Expression<Func<T, string>> second) =>
        new(null, false, new TextColumn(first), new TextColumn(second));

    public static Paging<T> ByKeys<TName>(Expression<Func<T, string>> first, Expression<Func<T, TName>> second)
        where TName : struct, Enum => new(null, false, new TextColumn(first), new NameColumn<TName>(second));

    public static Paging<T> ByDay<TName>(
        Expression<Func<T, DateOnly>> day,
        Expression<Func<T, string>> first,
        Expression<Func<T, TName>> second
    )
        where TName : struct, Enum => new(null, false, new DayColumn(day), new TextColumn(first), new NameColumn<TName>(second));

    public async Task<Page<TView>> Page<TView>(
        IQueryable<T> rows,
        Cursor? cursor,
        Func<T, TView> view,
        CancellationToken cancel,
        int size = Cursor.PageSize
    ) => ToPage(await Rows(rows, cursor, cancel, size), view, size);

    /// <summary>Takes one row more than a page, so that <see cref="ToPage"/> knows whether more follow.</summary>
    public Task<List<T>> Rows(IQueryable<T> rows, Cursor? cursor, CancellationToken cancel, int size = Cursor.PageSize)
    {
        if (cursor is not null && After(cursor) is { } after)
        {
            rows = rows.Where(after);
        }

        return Ordered(rows).Take(size + 1).ToListAsync(cancel);
    }

    public IQueryable<T> Ordered(IQueryable<T> rows)
    {
        foreach (var column in _columns)
        {
            rows = column.Order(rows, column == _columns[0], _newestFirst);
        }

        return rows;
    }

    public Page<TView> ToPage<TView>(List<T> rows, Func<T, TView> view, int size = Cursor.PageSize) =>
        Cursor.Page(rows, _cursorOf, view, size);

    /// <summary>Null: the cursor is of another list.</summary>
    private Expression<Func<T, bool>>? After(Cursor cursor)
    {
        var keys = _columns.Count(column => column is not MomentColumn);
        var texts = new Queue<string>(keys == 1 ? [cursor.Key] : cursor.Key.Split('|'));
        if (texts.Count != keys)
        {
            return null;
        }

        var row = Expression.Parameter(typeof(T), "row");
        var bounds = _columns.Select(column => column.At(cursor, column is MomentColumn ? "" : texts.Dequeue(), row)).ToList();
        Expression? after = null;
        for (var i = bounds.Count - 1; i >= 0; i--)
        {
            if (bounds[i] is not { } bound)
            {
                return null;
            }

            var further = bound.Further(_newestFirst);
            after = after is null ? further : Expression.OrElse(further, Expression.AndAlso(bound.Same(), after));
        }

        return Expression.Lambda<Func<T, bool>>(after!, row);
    }

    /// <summary>Where a page ended, in one column: the rows with the same value, and those with one further on.</summary>
    private sealed record Bound(Func<Expression> Same, Func<bool, Expression> Further);

    private abstract class Column
    {
        public abstract string TextOf(T row);

        public abstract IQueryable<T> Order(IQueryable<T> rows, bool isFirst, bool descending);

        /// <summary>Null: no value of this column.</summary>
        public abstract Bound? At(Cursor cursor, string text, ParameterExpression row);
    }

    private abstract class Column<TValue>(Expression<Func<T, TValue>> of) : Column
    {
        private readonly Func<T, TValue> _of = of.Compile();

        protected abstract string Write(TValue value);

        public override string TextOf(T row) => Write(_of(row));

        public override IQueryable<T> Order(IQueryable<T> rows, bool isFirst, bool descending) =>
            (isFirst, descending) switch
            {
                (true, true) => rows.OrderByDescending(of),
                (true, false) => rows.OrderBy(of),
                (false, true) => ((IOrderedQueryable<T>)rows).ThenByDescending(of),
                (false, false) => ((IOrderedQueryable<T>)rows).ThenBy(of),
            };

        protected Expression Of(ParameterExpression row) => new Replace(of.Parameters[0], row).Visit(of.Body);

        /// <summary>A member of a constant: EF makes a parameter of it, so one compiled query serves every cursor.</summary>
        protected static MemberExpression Value<TBound>(TBound value) =>
            Expression.Property(Expression.Constant(new Held<TBound>(value)), nameof(Held<>.Value));

        protected static BinaryExpression Compared(Expression value, Expression bound, bool descending) =>
            descending ? Expression.LessThan(value, bound) : Expression.GreaterThan(value, bound);

        protected Bound Compared(TValue value, ParameterExpression row)
        {
            var (column, bound) = (Of(row), Value(value));
            return new Bound(() => Expression.Equal(column, bound), descending => Compared(column, bound, descending));
        }
    }

    private sealed class MomentColumn(Expression<Func<T, DateTimeOffset>> of) : Column<DateTimeOffset>(of)
    {
        protected override string Write(DateTimeOffset value) => "";

        public override Bound At(Cursor cursor, string text, ParameterExpression row) => Compared(cursor.At, row);
    }

    private sealed class DayColumn(Expression<Func<T, DateOnly>> of) : Column<DateOnly>(of)
    {
        protected override string Write(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        public override Bound? At(Cursor cursor, string text, ParameterExpression row) =>
            Days.TryParse(text, out var day) ? Compared(day, row) : null;
    }

    private sealed class NumberColumn(Expression<Func<T, long>> of) : Column<long>(of)
    {
        protected override string Write(long value) => value.ToString(CultureInfo.InvariantCulture);

        public override Bound? At(Cursor cursor, string text, ParameterExpression row) =>
            long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? Compared(number, row) : null;
    }

    private sealed class TextColumn(Expression<Func<T, string>> of) : Column<string>(of)
    {
        private static readonly MethodInfo Compare = typeof(string).GetMethod(nameof(string.CompareTo), [typeof(string)])!;

        protected override string Write(string value) => value;

        public override Bound At(Cursor cursor, string text, ParameterExpression row)
        {
            var (column, bound) = (Of(row), Value(text));
            return new Bound(
                () => Expression.Equal(column, bound),
                descending => Compared(Expression.Call(column, Compare, bound), Expression.Constant(0), descending)
            );
        }
    }

    /// <summary>Stored by its wire name, and ordered by it.</summary>
    private sealed class NameColumn<TName>(Expression<Func<T, TName>> of) : Column<TName>(of)
        where TName : struct, Enum
    {
        protected override string Write(TName value) => value.Wire();

        public override Bound? At(Cursor cursor, string text, ParameterExpression row) =>
            WireName<TName>.TryParse(text, out var name)
                ? new Bound(() => Expression.Equal(Of(row), Value(name)), descending => In(Beyond(text, descending), row))
                : null;

        private static TName[] Beyond(string text, bool descending) =>
            [.. Enum.GetValues<TName>().Where(name => (string.CompareOrdinal(name.Wire(), text) < 0) == descending && name.Wire() != text)];

        private MethodCallExpression In(TName[] names, ParameterExpression row) =>
            Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(TName)], Value(names), Of(row));
    }

    private sealed record Held<TBound>(TBound Value);

    private sealed class Replace(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
