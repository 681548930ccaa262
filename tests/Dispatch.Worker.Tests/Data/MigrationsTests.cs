using DispatchWorker.Data;
using Microsoft.EntityFrameworkCore;

namespace DispatchWorker.Tests.Data;

public sealed class MigrationsTests
{
    [Theory]
    [InlineData("nobody.db")]
    [InlineData("Server=nobody.invalid")]
    public void The_store_does_not_part_from_its_migrations_on_either_provider(string store)
    {
        using var db = DispatchStore.ForMigrations(store);

        Assert.False(db.Database.HasPendingModelChanges(), $"{db.GetType().Name} has changed: run deploy/migrations.sh.");
        Assert.NotEmpty(db.Database.GetMigrations());
    }
}
