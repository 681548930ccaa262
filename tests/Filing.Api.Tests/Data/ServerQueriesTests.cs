using Contracts.Tests.Delivery;
using FilingApi.Data;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Data;

public sealed class ServerQueriesTests
{
    [Fact]
    public async Task A_query_that_only_SQLite_understands_is_detected()
    {
        await using var db = new FilingDb(FilingStore.FilingOptions(":memory:"));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            db.Leads.Where(lead => EF.Functions.Glob(lead.Id, "x*")).ToListAsync()
        );

        Assert.Contains("A SQL Server would not understand it", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_both_understand_is_translated()
    {
        var before = ServerQueries.Count;
        await using var db = new FilingDb(FilingStore.FilingOptions(":memory:"));
        await db.Database.OpenConnectionAsync();
        await db.Database.EnsureCreatedAsync();

        await db
            .Leads.Where(lead => lead.Id.StartsWith("only this test asks for it"))
            .OrderBy(lead => lead.Id)
            .Select(lead => lead.Id)
            .FirstOrDefaultAsync();

        Assert.True(ServerQueries.Count > before);
    }
}
