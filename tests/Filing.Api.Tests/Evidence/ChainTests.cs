using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Evidence;
using FilingApi.Production;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Evidence;

/// <summary>Whatever is done to a row past the service is seen, and the first link that no longer holds is named.</summary>
public sealed class ChainTests(TestService service) : IClassFixture<TestService>
{
    private const string Facts = "register_facts";

    [Fact]
    public async Task An_untouched_store_is_proved_over_days_failures_and_a_restart()
    {
        await Days();
        await service.Restart();
        await Day();
        Assert.NotEqual(201, (await service.Clerk.Post("filings", Make.Filing(service.At("12:00"), service.At("09:00")))).Status);

        using var copy = await Copy();
        var (code, said) = copy.Verify();

        Assert.Equal(0, code);
        Assert.Equal(3, said.Count(line => line.StartsWith("proved", StringComparison.Ordinal)));
        Assert.All(StoreProof.Of(copy.Folder), proof => Assert.True(proof is { Broken: null, Links: > 0 }));
    }

    [Theory]
    [InlineData("filing.db", Facts, "facts", "UPDATE register_facts SET At = At + 1 WHERE ", "not what was linked")]
    [InlineData("filing.db", "timeline", "timeline", "UPDATE timeline SET Account = 'somebody' WHERE ", "not what was linked")]
    [InlineData("questions.db", "questions", "questions", "UPDATE questions SET Code = 'filed-not' WHERE ", "not what was linked")]
    [InlineData("filing.db", Facts, "facts", "DELETE FROM register_facts WHERE ", "missing")]
    [InlineData("filing.db", "timeline", "timeline", "DELETE FROM timeline WHERE ", "missing")]
    [InlineData("questions.db", "questions", "questions", "DELETE FROM questions WHERE ", "missing")]
    public async Task A_changed_or_deleted_row_is_named(string file, string table, string book, string sql, string fault)
    {
        await Days();
        using var copy = await Copy();
        var (day, position) = copy.FirstOf(file, table);

        copy.Run(file, $"{sql} ChainDay = '{day}' AND ChainPosition = {position}");

        Assert.Contains(
            copy.Verify().Said,
            line =>
                line.Contains($"BROKEN  book {book}, day {day}, position {position}:", StringComparison.Ordinal)
                && line.Contains(fault, StringComparison.Ordinal)
        );
        Assert.Equal(1, copy.Verify().Code);
    }

    [Theory]
    [InlineData("filing.db", Facts, "facts", "At = At + 1")]
    [InlineData("filing.db", "timeline", "timeline", "Account = 'somebody'")]
    [InlineData("questions.db", "questions", "questions", "Code = 'filed'")]
    public async Task Of_several_broken_links_of_a_book_the_first_is_named_and_the_other_books_are_still_proved(
        string file,
        string table,
        string book,
        string change
    )
    {
        await Days();
        using var copy = await Copy();
        var (day, position) = copy.FirstOf(file, table);

        copy.Run(file, $"UPDATE {table} SET {change} WHERE ChainDay > '{day}' OR (ChainDay = '{day}' AND ChainPosition > {position})");

        var proofs = StoreProof.Of(copy.Folder);
        Assert.Equal((book, day, position + 1), (copy.Broken(book).Book, copy.Broken(book).Day, copy.Broken(book).Position));
        Assert.Equal([book], proofs.Where(proof => proof.Broken is not null).Select(proof => proof.Book));
    }

    [Fact]
    public async Task A_head_that_a_receipt_or_an_offline_list_carried_out_proves_also_the_newest_links()
    {
        await Days();
        var filed = await service.Clerk.Post("filings", Make.Filing(service.At("13:00"), service.At("14:00"), Make.Plate(3))).MustBe(201);
        var receipt = (await service.Anyone.Get($"filings/{filed["number"]}/receipt?word={filed["checkWord"]}").MustBe(200)).Text;
        var printed = System
            .Text.RegularExpressions.Regex.Match(
                System.Text.RegularExpressions.Regex.Replace(receipt, "<[^>]*>", ""),
                "facts:[0-9-]{10}:[0-9]+:[0-9a-f]{64}"
            )
            .Value;
        var listed = (await service.Squad.Get("checks/list").MustBe(200))
            .Items("heads")
            .Select(head => $"{head.Text("book")}:{head.Text("day")}:{head.GetProperty("links").GetInt32()}:{head.Text("hash")}")
            .ToList();
        using var whole = await Copy();
        using var cut = await Copy();
        var parts = printed.Split(':');

        cut.Run("filing.db", $"DELETE FROM {Facts} WHERE ChainDay = '{parts[1]}' AND ChainPosition = {parts[2]}");

        Assert.Equal(["facts", "questions", "timeline"], listed.Select(head => head.Split(':')[0]).Order(StringComparer.Ordinal));
        Assert.Contains(printed, listed);
        Assert.Equal(0, whole.Verify(listed).Code);
        Assert.Equal(0, cut.Verify().Code);
        Assert.Contains(
            cut.Verify([printed]).Said,
            line => line.Contains($"BROKEN  book facts, day {parts[1]}, position {parts[2]}:", StringComparison.Ordinal)
        );
        Assert.Contains(
            whole.Verify([$"{printed[..^64]}{new string('0', 64)}"]).Said,
            line => line.Contains("kept outside", StringComparison.Ordinal)
        );
        Assert.Equal(2, whole.Verify(["facts"]).Code);
    }

    [Fact]
    public async Task Two_rows_that_changed_places_are_named()
    {
        await Days();
        using var copy = await Copy();
        var (day, position) = copy.FirstOf("filing.db", Facts);

        copy.Run("filing.db", $"UPDATE {Facts} SET ChainPosition = -1 WHERE ChainDay = '{day}' AND ChainPosition = {position}");
        copy.Run("filing.db", $"UPDATE {Facts} SET ChainPosition = {position} WHERE ChainDay = '{day}' AND ChainPosition = {position + 1}");
        copy.Run("filing.db", $"UPDATE {Facts} SET ChainPosition = {position + 1} WHERE ChainDay = '{day}' AND ChainPosition = -1");

        var broken = copy.Broken("facts");
        Assert.Equal((day, position), (broken.Day, broken.Position));
        Assert.NotEqual(broken.Expected, broken.Found);
    }

    [Theory]
    [InlineData("ChainPosition = 'first'")]
    [InlineData("ChainDay = 20260302")]
    [InlineData("ChainHash = 'none'")]
    public async Task A_link_whose_own_columns_are_of_another_kind_is_named(string change)
    {
        await Days();
        using var copy = await Copy();
        var (day, position) = copy.FirstOf("filing.db", "timeline");

        copy.Run("filing.db", $"UPDATE timeline SET {change} WHERE ChainDay = '{day}' AND ChainPosition = {position}");

        Assert.NotNull(copy.Broken("timeline"));
        Assert.Equal(1, copy.Verify().Code);
    }

    [Fact]
    public async Task An_inserted_row_is_named_whether_it_pretends_to_be_a_link_or_not()
    {
        await Days();
        using var plain = await Copy();
        using var linked = await Copy();
        var (day, position) = linked.FirstOf("filing.db", Facts);
        const string Columns = "Number, Seq, Kind, At";

        plain.Run("filing.db", $"INSERT INTO {Facts} ({Columns}) VALUES ('X-1', 1, 'recorded', 1)");
        linked.Run(
            "filing.db",
            $"UPDATE {Facts} SET ChainPosition = ChainPosition + 1000 WHERE ChainDay = '{day}' AND ChainPosition > {position}"
        );
        linked.Run(
            "filing.db",
            $"UPDATE {Facts} SET ChainPosition = ChainPosition - 999 WHERE ChainDay = '{day}' AND ChainPosition > 1000"
        );
        linked.Run(
            "filing.db",
            $"INSERT INTO {Facts} ({Columns}, ChainDay, ChainPosition, ChainHash) VALUES ('X-1', 1, 'recorded', 1, '{day}', {position + 1}, zeroblob(32))"
        );

        Assert.Contains("no link", plain.Broken("facts").Fault, StringComparison.Ordinal);
        Assert.Equal((day, position + 1), (linked.Broken("facts").Day, linked.Broken("facts").Position));
    }

    [Fact]
    public async Task A_cut_off_end_and_a_whole_day_that_is_gone_are_known_to_the_later_day()
    {
        await Days();
        using var cut = await Copy();
        var (day, _) = cut.FirstOf("filing.db", Facts);
        var last = cut.Number("filing.db", $"SELECT max(ChainPosition) FROM {Facts} WHERE ChainDay = '{day}'");
        cut.Run("filing.db", $"DELETE FROM {Facts} WHERE ChainDay = '{day}' AND ChainPosition = {last}");

        using var gone = await Copy();
        gone.Run("filing.db", $"DELETE FROM {Facts} WHERE ChainDay = '{day}'");

        Assert.Equal((day, last), (cut.Broken("facts").Day, cut.Broken("facts").Position));
        Assert.Contains("day's end is missing", cut.Broken("facts").Fault, StringComparison.Ordinal);
        Assert.Contains("whole day is missing", gone.Broken("facts").Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_of_a_day_can_be_asked_and_does_not_change_when_the_day_is_over()
    {
        await Day();
        var open = (await service.Supervisor.Get("heads").MustBe(200))
            .Items("heads")
            .Single(head => head.GetProperty("book").GetString() == "facts");
        var day = service.Today;
        await Day();

        var closed = (await service.Admin.Get($"heads?day={day:yyyy-MM-dd}").MustBe(200))
            .Items("heads")
            .Single(head => head.GetProperty("book").GetString() == "facts");

        Assert.Equal((false, true), (open.GetProperty("closed").GetBoolean(), closed.GetProperty("closed").GetBoolean()));
        Assert.Equal(open.Text("hash"), closed.Text("hash"));
        Assert.Equal("422 FIL-017", (await service.Supervisor.Get("heads?day=yesterday")).Said);
    }

    [Fact]
    public async Task Acts_of_administration_say_who_changed_what_and_never_a_password()
    {
        service.NewDay();
        await service
            .Admin.Post(
                "accounts",
                new
                {
                    account = "noted",
                    password = SmallTown.Password,
                    role = "station",
                    organisation = "S1",
                }
            )
            .MustBe(201);

        var acts = await service.Supervisor.Get("acts").MustBe(200);

        Assert.Equal(
            ("admin", "account-made", "noted"),
            (acts.Items()[0].Text("account"), acts.Items()[0].Text("what"), acts.Items()[0].Text("subject"))
        );
        Assert.DoesNotContain(SmallTown.Password, acts.Text, StringComparison.Ordinal);
        Assert.True(await service.Look(db => db.Timeline.AnyAsync(act => act.Subject == SubjectKind.Truck && act.Act == "made")));
    }

    private async Task Days()
    {
        await Day();
        await Day();
    }

    private async Task Day()
    {
        service.NewDay();
        await service.Recorded();
        await service.Recorded(Make.Plate(2));
        await service.Admin.Post("towns", new { code = $"T{service.Today:MMdd}", name = "镇" }).MustBe(201);
        await service.Admin.Post("towns", new { code = $"U{service.Today:MMdd}", name = "镇" }).MustBe(201);
        for (var i = 0; i < 2; i++)
        {
            var raw = $"湘A1{service.Today.DayOfYear:000}{i}";
            await service.Ask(raw, "lat=28.2&lon=113.28&activity=working");
            await service.LoggedQuestion(raw);
        }
    }

    private async Task<StoreCopy> Copy()
    {
        var copy = new StoreCopy();
        await using var filing = await service.Get<IDbContextFactory<FilingDb>>().CreateDbContextAsync();
        await using var questions = await service.Get<IDbContextFactory<QuestionDb>>().CreateDbContextAsync();
        copy.Take(filing, "filing.db");
        copy.Take(questions, "questions.db");
        return copy;
    }
}

/// <summary>A store as it lay at a moment, to be broken at will.</summary>
internal sealed class StoreCopy : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("broken-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public void Take(DbContext db, string file)
    {
        using var to = Open(file);
        db.Database.OpenConnection();
        ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(to);
    }

    public void Run(string file, string sql)
    {
        using var store = Open(file);
        using var command = store.CreateCommand();
        command.CommandText = sql;
        Assert.True(command.ExecuteNonQuery() > 0);
    }

    public long Number(string file, string sql)
    {
        using var store = Open(file);
        using var command = store.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The first link of the last day that is over: links follow it, and a day.</summary>
    public (string Day, long Position) FirstOf(string file, string table)
    {
        using var store = Open(file);
        using var command = store.CreateCommand();
        command.CommandText =
            $"SELECT ChainDay FROM {table} WHERE ChainDay < (SELECT max(ChainDay) FROM {table}) ORDER BY ChainDay DESC LIMIT 1";
        return ((string)command.ExecuteScalar()!, 1);
    }

    public BrokenLink Broken(string book) => StoreProof.Of(Folder).Single(proof => proof.Book == book).Broken!;

    public (int Code, IReadOnlyList<string> Said) Verify(IEnumerable<string>? heads = null)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = VerifyCommand.Run(
            [.. (heads ?? []).SelectMany(head => new[] { "--head", head })],
            Folder,
            output,
            errors,
            terminal: false
        );
        return (code, [.. output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)]);
    }

    private SqliteConnection Open(string file)
    {
        var store = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Path.Combine(Folder, file), Pooling = false }.ToString()
        );
        store.Open();
        return store;
    }
}
