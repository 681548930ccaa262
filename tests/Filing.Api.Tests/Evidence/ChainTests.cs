using FilingApi.Evidence;

namespace FilingApi.Tests.Evidence;

/// <summary><c>verify</c> detects every change made behind the service's back and names the first broken link.</summary>
public sealed class ChainTests(TestService service) : IClassFixture<TestService>
{
    private const string Facts = "register_facts";

    [Fact]
    public async Task An_untouched_store_is_proved_over_days_failures_and_a_restart()
    {
        await service.LinkTwoDays();
        await service.Restart();
        await service.LinkDay();
        Assert.NotEqual(201, (await service.Clerk.Post("filings", Make.Filing(service.At("12:00"), service.At("09:00")))).Status);

        using var copy = await service.CopyStores();
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
        await service.LinkTwoDays();
        using var copy = await service.CopyStores();
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
    public async Task The_first_of_several_broken_links_is_named_and_the_other_books_are_still_proved(
        string file,
        string table,
        string book,
        string change
    )
    {
        await service.LinkTwoDays();
        using var copy = await service.CopyStores();
        var (day, position) = copy.FirstOf(file, table);

        copy.Run(file, $"UPDATE {table} SET {change} WHERE ChainDay > '{day}' OR (ChainDay = '{day}' AND ChainPosition > {position})");

        var proofs = StoreProof.Of(copy.Folder);
        Assert.Equal((book, day, position + 1), (copy.Broken(book).Book, copy.Broken(book).Day, copy.Broken(book).Position));
        Assert.Equal([book], proofs.Where(proof => proof.Broken is not null).Select(proof => proof.Book));
    }

    [Fact]
    public async Task Two_swapped_rows_are_named()
    {
        await service.LinkTwoDays();
        using var copy = await service.CopyStores();
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
    public async Task A_link_with_link_columns_of_a_wrong_type_is_named(string change)
    {
        await service.LinkTwoDays();
        using var copy = await service.CopyStores();
        var (day, position) = copy.FirstOf("filing.db", "timeline");

        copy.Run("filing.db", $"UPDATE timeline SET {change} WHERE ChainDay = '{day}' AND ChainPosition = {position}");

        Assert.NotNull(copy.Broken("timeline"));
        Assert.Equal(1, copy.Verify().Code);
    }

    [Fact]
    public async Task An_inserted_row_is_named_with_or_without_forged_link_columns()
    {
        await service.LinkTwoDays();
        using var plain = await service.CopyStores();
        using var linked = await service.CopyStores();
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
            $"INSERT INTO {Facts} ({Columns}, ChainDay, ChainPosition, ChainHash) VALUES ('X-1', 1, 'recorded', 1, '{day}', "
                + $"{position + 1}, zeroblob(32))"
        );

        Assert.Contains("no link", plain.Broken("facts").Fault, StringComparison.Ordinal);
        Assert.Equal((day, position + 1), (linked.Broken("facts").Day, linked.Broken("facts").Position));
    }

    [Fact]
    public async Task A_cut_off_end_and_a_missing_day_are_revealed_by_the_next_day()
    {
        await service.LinkTwoDays();
        using var cut = await service.CopyStores();
        var (day, _) = cut.FirstOf("filing.db", Facts);
        var last = cut.Number("filing.db", $"SELECT max(ChainPosition) FROM {Facts} WHERE ChainDay = '{day}'");
        cut.Run("filing.db", $"DELETE FROM {Facts} WHERE ChainDay = '{day}' AND ChainPosition = {last}");

        using var gone = await service.CopyStores();
        gone.Run("filing.db", $"DELETE FROM {Facts} WHERE ChainDay = '{day}'");

        Assert.Equal((day, last), (cut.Broken("facts").Day, cut.Broken("facts").Position));
        Assert.Contains("day's end is missing", cut.Broken("facts").Fault, StringComparison.Ordinal);
        Assert.Contains("whole day is missing", gone.Broken("facts").Fault, StringComparison.Ordinal);
    }
}
