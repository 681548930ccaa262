using Contracts.Delivery;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Contracts.Tests.Delivery;

public sealed class KeptStatementsTests : IAsyncLifetime
{
    private readonly SampleStore _store = new();

    public async ValueTask InitializeAsync()
    {
        await _store.Start<Writer<SampleDb>>();
        await _store.Write(db => db.AddRange(Enumerable.Range(0, 4).Select(i => new Note { Id = $"n{i}", Text = $"text {i}" })));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_text_that_is_asked_again_is_parsed_once_and_answered_with_the_values_of_each_time()
    {
        var held = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            var (text, bytes) = await _store.Write(async db => (await TextOf(db, $"n{i}"), HeldByStatements(db)));
            Assert.Equal($"text {i}", text);
            held.Add(bytes);
            await _store.Write(async db =>
                await db.Notes.Where(note => note.Id == "n3").ExecuteUpdateAsync(notes => notes.SetProperty(note => note.Text, "text 3"))
            );
        }

        // The first round's update is one more; then nothing is added.
        Assert.True(held[0] > 0);
        Assert.True(held[1] > held[0]);
        Assert.Equal(held[1], held[2]);
        Assert.Equal(held[2], held[3]);
    }

    [Fact]
    public async Task A_query_asked_while_its_answer_is_still_being_read_gives_both()
    {
        var seen = await _store.Write(async db =>
        {
            var pairs = new List<string>();
            await foreach (var outer in All(db))
            {
                await foreach (var inner in All(db))
                {
                    pairs.Add(outer.Id + inner.Id);
                }
            }

            return pairs;
        });

        Assert.Equal(16, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_statement_that_failed_serves_again()
    {
        await Assert.ThrowsAsync<DbUpdateException>(() => _store.Write(db => db.Add(new Note { Id = "n0" })));
        await _store.Write(db => db.Add(new Note { Id = "n9" }));

        Assert.Equal(["n0", "n1", "n2", "n3", "n9"], await _store.NoteIds());
    }

    [Fact]
    public async Task More_texts_than_are_kept_are_answered_all_the_same()
    {
        var (some, more) = await _store.Write(async db =>
        {
            await Run(db, 0, 260);
            var some = HeldByStatements(db);
            await Run(db, 260, 600);
            return (some, HeldByStatements(db));
        });

        Assert.True(some > 0);
        Assert.Equal(some, more);

        static async Task Run(SampleDb db, int from, int to)
        {
            for (var n = from; n < to; n++)
            {
#pragma warning disable EF1002 // numbers of our own
                Assert.Equal(4, await db.Database.ExecuteSqlRawAsync($"UPDATE Notes SET Text = Text WHERE {n} = {n}"));
#pragma warning restore EF1002
            }
        }
    }

    private static Task<string> TextOf(SampleDb db, string id) =>
        db.Notes.Where(note => note.Id == id).Select(note => note.Text).SingleAsync();

    private static IAsyncEnumerable<Note> All(SampleDb db) => db.Notes.AsNoTracking().OrderBy(note => note.Id).AsAsyncEnumerable();

    /// <summary>Bytes that SQLite holds for the parsed statements of the connection; of a command that is gone, none.</summary>
    private static int HeldByStatements(SampleDb db)
    {
        const int StatementsUsed = 3;
        Assert.Equal(
            raw.SQLITE_OK,
            raw.sqlite3_db_status(((SqliteConnection)db.Database.GetDbConnection()).Handle!, StatementsUsed, out var now, out _, 0)
        );
        return now;
    }
}
