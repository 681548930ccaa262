using FilingApi.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FilingApi.Evidence;

/// <summary>The end of a book's chain.</summary>
public sealed record Head(DateOnly Day, int Links, byte[] Hash)
{
    public static readonly Head Start = new(DateOnly.MinValue, 0, Digest.Nothing);
}

/// <summary>
/// Links every new row of a store's books when it is saved. Only the store's single writer saves such rows, so saving order is commit
/// order. The heads, saved and durable, are kept in memory; after a failed commit they are read again.
/// </summary>
public sealed class Chain(IReadOnlyList<Book> books, TimeSpan offset, bool isShared = false)
{
    private readonly Dictionary<Type, Book> _books = books.ToDictionary(book => book.Row);
    private readonly Lock _gate = new();
    private Dictionary<string, Head> _durable = [];
    private Dictionary<string, Head>? _saved;

    /// <summary>The heads as this process last committed them.</summary>
    public IReadOnlyDictionary<string, Head> Heads
    {
        get
        {
            lock (_gate)
            {
                return _durable;
            }
        }
    }

    /// <summary>The heads as any process last committed them.</summary>
    public IReadOnlyDictionary<string, Head> HeadsIn(DbContext db)
    {
        return isShared ? Read(db) : Heads;
    }

    /// <summary>At the start of a transaction: if other processes write too, reads their last links first.</summary>
    public void Refresh()
    {
        if (isShared)
        {
            _saved = null;
        }
    }

    public void Open(DbContext db)
    {
        var heads = Read(db);
        lock (_gate)
        {
            (_durable, _saved) = (heads, heads);
        }
    }

    /// <summary>Before each request of a group: the heads to return to if it fails.</summary>
    public object? Mark() => _saved;

    public void BackTo(object? mark) => _saved = (Dictionary<string, Head>?)mark;

    public void Committed()
    {
        lock (_gate)
        {
            _durable = _saved ?? _durable;
        }
    }

    /// <summary>The group is over. Saved rows that were not committed are not links.</summary>
    public void Forget()
    {
        if (!ReferenceEquals(_saved, _durable))
        {
            _saved = null;
        }
    }

    public void Link(DbContext db)
    {
        var added = db
            .ChangeTracker.Entries()
            .Where(entry => entry.State == EntityState.Added && _books.ContainsKey(entry.Metadata.ClrType))
            .OrderBy(entry =>
                _books[entry.Metadata.ClrType].Rising is { } rising
                    ? Convert.ToInt64(entry.Property(rising).CurrentValue, System.Globalization.CultureInfo.InvariantCulture)
                    : 0
            )
            .ToList();
        // The store assigns keys in the order of the temporary keys.
        if (added.Count == 0)
        {
            return;
        }

        var heads = new Dictionary<string, Head>(_saved ?? Read(db), StringComparer.Ordinal);
        foreach (var entry in added)
        {
            var book = _books[entry.Metadata.ClrType];
            heads[book.Name] = Link(db, book, entry, heads.GetValueOrDefault(book.Name, Head.Start));
        }

        _saved = heads;
    }

    private Head Link(DbContext db, Book book, EntityEntry row, Head last)
    {
        var (head, closed) = Follow(book, last, book.At(row.Entity), Content.Of(book, row));
        if (closed is not null)
        {
            db.Add(closed);
        }

        row.Property(ChainColumns.Day).CurrentValue = head.Day;
        row.Property(ChainColumns.Position).CurrentValue = head.Links;
        row.Property(ChainColumns.Hash).CurrentValue = head.Hash;
        return head;
    }

    /// <summary>The head after one more row, and the closed head of the day before if a new day begins.</summary>
    public (Head Head, HeadRow? Closed) Follow(Book book, Head last, DateTimeOffset at, byte[] content)
    {
        // A deadline of yesterday that is applied today is linked today: a closed day does not change.
        var day = DateOnly.FromDateTime(at.ToOffset(offset).DateTime);
        if (day < last.Day)
        {
            day = last.Day;
        }

        var closed =
            day > last.Day && last.Links > 0
                ? new HeadRow
                {
                    Book = book.Name,
                    Day = last.Day,
                    Links = last.Links,
                    Hash = last.Hash,
                    Algorithm = Digest.Current.Name,
                }
                : null;
        return (new Head(day, day == last.Day ? last.Links + 1 : 1, Digest.Current.Link(last.Hash, content)), closed);
    }

    /// <summary>Sets the durable head of a book that its single writer writes without the context.</summary>
    public void MovedTo(string book, Head head)
    {
        lock (_gate)
        {
            _durable = _saved = new Dictionary<string, Head>(_durable, StringComparer.Ordinal) { [book] = head };
        }
    }

    private Dictionary<string, Head> Read(DbContext db)
    {
        var heads = new Dictionary<string, Head>(StringComparer.Ordinal);
        foreach (var book in books)
        {
#pragma warning disable EF1002 // table and columns are constants
            var last = db
                .Database.SqlQueryRaw<LastLink>(LastOf(book, db.Database.IsSqlServer() ? db.Model.GetDefaultSchema() : null))
                .AsEnumerable()
                .FirstOrDefault();
#pragma warning restore EF1002
            var closed = db.Set<HeadRow>()
                .AsNoTracking()
                .Where(head => head.Book == book.Name)
                .OrderByDescending(head => head.Day)
                .FirstOrDefault();
            if (last is not null)
            {
                heads[book.Name] = new Head(last.Day, last.Links, last.Hash);
            }
            else if (closed is not null)
            {
                heads[book.Name] = new Head(closed.Day, closed.Links, closed.Hash);
            }
        }

        return heads;
    }

    private static string LastOf(Book book, string? schema)
    {
        var table = schema is null ? book.Table : $"[{schema}].[{book.Table}]";
        var rest =
            $"{ChainColumns.Day} AS Day, {ChainColumns.Position} AS Links, {ChainColumns.Hash} AS Hash FROM {table} "
            + $"WHERE {ChainColumns.Day} IS NOT NULL ORDER BY {ChainColumns.Day} DESC, {ChainColumns.Position} DESC";
        return schema is null ? $"SELECT {rest} LIMIT 1" : $"SELECT TOP (1) {rest}";
    }

    private sealed record LastLink(DateOnly Day, int Links, byte[] Hash);
}

/// <summary>Links the rows that are about to be saved. Changes are detected once, here, and not again by the save.</summary>
public sealed class ChainRows(Chain chain) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Link(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Link(eventData.Context!);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        eventData.Context!.ChangeTracker.AutoDetectChangesEnabled = true;
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        eventData.Context!.ChangeTracker.AutoDetectChangesEnabled = true;
        return result;
    }

    private void Link(DbContext db)
    {
        TimelineRows.Complete(db);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        chain.Link(db);
    }
}
