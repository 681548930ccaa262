using Contracts.Delivery;
using Microsoft.EntityFrameworkCore;

namespace Contracts.Tests.Delivery;

public sealed class StoreTests
{
    [Fact]
    public async Task Every_connection_is_durable_patient_and_keeps_its_references()
    {
        await using var store = new SampleStore();
        await using var db = store.Open();

        Assert.Equal("wal", await One<string>(db, $"SELECT journal_mode AS Value FROM pragma_journal_mode"));
        Assert.Equal(2, await One<int>(db, $"SELECT synchronous AS Value FROM pragma_synchronous"));
        Assert.Equal(30_000, await One<int>(db, $"SELECT timeout AS Value FROM pragma_busy_timeout"));
        Assert.Equal(1, await One<int>(db, $"SELECT foreign_keys AS Value FROM pragma_foreign_keys"));
    }

    [Fact]
    public async Task Instants_are_ordered_by_moment_and_read_back_in_Chinas_time()
    {
        await using var store = new SampleStore();
        await store.Start<Writer<SampleDb>>();
        var noon = Make.At("12:00").AddMilliseconds(7);
        await store.Write(db =>
            db.AddRange(new Note { Id = "a", At = noon.ToOffset(TimeSpan.Zero) }, new Note { Id = "b", At = noon.AddMilliseconds(-1) })
        );
        await using var db = store.Open();

        var notes = await db.Notes.OrderBy(note => note.At).ToListAsync();

        Assert.Equal(["b", "a"], notes.Select(note => note.Id));
        Assert.Equal(noon, notes[1].At);
        Assert.Equal(TimeSpan.FromHours(8), notes[1].At.Offset);
    }

    private static Task<T> One<T>(SampleDb db, FormattableString query) => db.Database.SqlQuery<T>(query).SingleAsync();
}
