using System.Data.Common;
using System.Globalization;
using FilingApi.Data;

namespace FilingApi.Evidence;

/// <summary>The first broken link of a book.</summary>
public sealed record BrokenLink(string Book, string Day, long Position, string Fault, string Expected, string Found)
{
    public override string ToString() =>
        $"BROKEN  book {Book}, day {Day}, position {Position}: {Fault}\n        should be {Expected}\n        is        {Found}";
}

/// <summary>The result for a book: verified to its end, or to its first broken link.</summary>
public sealed record BookProof(string Book, long Links, int Days, string? LastDay, string? Head, BrokenLink? Broken);

/// <summary>Verifies a book's chain from the raw stored columns, so that the result does not depend on the service's own classes.</summary>
/// <param name="store">An open connection.</param>
/// <param name="table">The table of the book's rows, as this store names it.</param>
/// <param name="heads">The table of its heads, as this store names it.</param>
/// <param name="book">The book to verify.</param>
/// <param name="advance">Called for every link.</param>
/// <param name="kept">Heads that were kept outside the store.</param>
public sealed class ChainProof(DbConnection store, string table, string heads, Book book, Action advance, IReadOnlyList<KeptHead> kept)
{
    private readonly Dictionary<string, (long Links, string Hash, bool Deleted)> _heads = [];
    private readonly HashSet<KeptHead> _met = [];
    private readonly SortedSet<string> _daysWithHead = new(StringComparer.Ordinal);
    private byte[] _previous = Digest.Nothing;
    private string? _day;
    private long _position;
    private long _links;
    private long _rising = long.MinValue;
    private int _days;

    public BookProof Walk()
    {
        ReadHeads();
        using var command = store.CreateCommand();
#pragma warning disable CA2100 // table and columns are constants
        command.CommandText = $"SELECT * FROM {table} ORDER BY {ChainColumns.Day}, {ChainColumns.Position}";
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        BrokenLink? broken = null;
        while (broken is null && rows.Read())
        {
            broken = Step(rows);
            advance();
        }

        broken ??= CloseDay() ?? SkipTo(null) ?? NotMet();
        return new BookProof(book.Name, _links, _days, _day, _links > 0 ? Hex(_previous) : null, broken);
    }

    private void ReadHeads()
    {
        using var command = store.CreateCommand();
#pragma warning disable CA2100 // the table is a constant
        command.CommandText = $"SELECT Day, Links, Hash, DeletedAt FROM {heads} WHERE Book = @book";
#pragma warning restore CA2100
        var name = command.CreateParameter();
        (name.ParameterName, name.Value) = ("@book", book.Name);
        command.Parameters.Add(name);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var day = Content.Stored(Raw(rows[0]))!;
            _heads[day] = (Convert.ToInt64(rows[1], CultureInfo.InvariantCulture), Hex((byte[])rows[2]), !rows.IsDBNull(3));
            _daysWithHead.Add(day);
        }
    }

    private BrokenLink? Step(DbDataReader row)
    {
        if (
            row[ChainColumns.Day] is not (string or DateTime)
            || row[ChainColumns.Position] is not (long or int)
            || row[ChainColumns.Hash] is not byte[] hash
        )
        {
            return new BrokenLink(book.Name, "none", 0, "a row that is no link: it was put in past the service.", "no such row", Text(row));
        }

        var day = Content.Stored(Raw(row[ChainColumns.Day]))!;
        var position = Convert.ToInt64(row[ChainColumns.Position], CultureInfo.InvariantCulture);
        if (day != _day && (CloseDay() ?? SkipTo(day)) is { } before)
        {
            return before;
        }

        if (day != _day)
        {
            (_day, _position, _days) = (day, 0, _days + 1);
        }

        if (position != _position + 1)
        {
            return Broken(
                _position + 1,
                position > _position + 1 ? "this link is missing." : "a link stands twice.",
                $"position {_position + 1}",
                $"position {position}"
            );
        }

        var expected = Digest.Current.Link(_previous, Content.Of(Columns(row)));
        if (!expected.AsSpan().SequenceEqual(hash))
        {
            return Broken(position, "the row, or one before it, is not what was linked.", Hex(expected), Hex(hash));
        }

        if (book.Rising is { } rising)
        {
            var value = Convert.ToInt64(row[rising], CultureInfo.InvariantCulture);
            if (value <= _rising)
            {
                return Broken(position, $"{rising} does not rise.", $"more than {_rising}", $"{value}");
            }

            _rising = value;
        }

        (_previous, _position, _links) = (hash, position, _links + 1);
        return AtKept();
    }

    /// <summary>A later day's stored head shows how this day must end.</summary>
    private BrokenLink? CloseDay()
    {
        if (_day is null || !_heads.TryGetValue(_day, out var head))
        {
            return null;
        }

        if (head.Links > _position)
        {
            return Broken(_position + 1, $"the day's end is missing; it had {head.Links} links.", head.Hash, Hex(_previous));
        }

        return head.Links < _position || head.Hash != Hex(_previous)
            ? Broken(
                _position,
                "the day's end is not the head that was kept of it.",
                $"{head.Hash}, {head.Links} links",
                $"{Hex(_previous)}, {_position} links"
            )
            : null;
    }

    /// <summary>
    /// Checks the days in between, of which only the head is left; a day whose rows are missing before the end of their retention is a
    /// break.
    /// </summary>
    private BrokenLink? SkipTo(string? day)
    {
        foreach (
            var between in _daysWithHead
                .Where(known =>
                    (_day is null || string.CompareOrdinal(known, _day) > 0) && (day is null || string.CompareOrdinal(known, day) < 0)
                )
                .ToList()
        )
        {
            var head = _heads[between];
            if (!head.Deleted)
            {
                return new BrokenLink(book.Name, between, 1, $"the whole day is missing; it had {head.Links} links.", head.Hash, "nothing");
            }

            (_previous, _day, _position) = (Convert.FromHexString(head.Hash), between, head.Links);
        }

        return null;
    }

    /// <summary>If a head kept outside names this position, it must equal this link.</summary>
    private BrokenLink? AtKept()
    {
        if (kept.FirstOrDefault(head => head.Day == _day && head.Links == _position) is not { } here)
        {
            return null;
        }

        _met.Add(here);
        return here.Hash == Hex(_previous)
            ? null
            : Broken(_position, "the link is not the head that was kept outside.", here.Hash, Hex(_previous));
    }

    /// <summary>A head kept outside that lies beyond the chain's end: rows were cut off, which nothing else reveals.</summary>
    private BrokenLink? NotMet() =>
        kept.FirstOrDefault(head => !_met.Contains(head) && !(_heads.TryGetValue(head.Day, out var day) && day.Deleted)) is { } missing
            ? new BrokenLink(
                book.Name,
                missing.Day,
                missing.Links,
                "the link whose head was kept outside is missing.",
                missing.Hash,
                "nothing"
            )
            : null;

    private BrokenLink Broken(long position, string fault, string expected, string found) =>
        new(book.Name, _day!, position, fault, expected, found);

    private IEnumerable<(string, string?)> Columns(DbDataReader row) =>
        Enumerable
            .Range(0, row.FieldCount)
            .Where(i => book.IsContent(row.GetName(i)))
            .Select(i => (row.GetName(i), Content.Stored(Raw(row[i]))));

    private string Text(DbDataReader row) => string.Join(", ", Columns(row).Take(3).Select(column => $"{column.Item1} {column.Item2}"));

    /// <summary>SQL Server returns a day as its first midnight.</summary>
    private static object Raw(object value) => value is DateTime midnight ? DateOnly.FromDateTime(midnight) : value;

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
