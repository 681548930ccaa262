using Microsoft.EntityFrameworkCore.Design;

namespace DispatchWorker.Data;

/// <summary>For <c>deploy/migrations.sh</c>: no store is opened.</summary>
internal sealed class DesignTimeFile : IDesignTimeDbContextFactory<DispatchDb>
{
    public DispatchDb CreateDbContext(string[] args) => new(DispatchStore.Options("design.db"));
}

internal sealed class DesignTimeServer : IDesignTimeDbContextFactory<DispatchDbOnSqlServer>
{
    public DispatchDbOnSqlServer CreateDbContext(string[] args) => new(DispatchStore.Options("Server=design"));
}
