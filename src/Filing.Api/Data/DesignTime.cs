using Microsoft.EntityFrameworkCore.Design;

namespace FilingApi.Data;

/// <summary>For <c>deploy/migrations.sh</c>: no store is opened.</summary>
internal sealed class DesignTimeFiling : IDesignTimeDbContextFactory<FilingDb>
{
    public FilingDb CreateDbContext(string[] args) => new(FilingStore.FilingOptions("design.db"));
}

internal sealed class DesignTimeFilingOnServer : IDesignTimeDbContextFactory<FilingDbOnSqlServer>
{
    public FilingDbOnSqlServer CreateDbContext(string[] args) => new(FilingStore.FilingOptions("Server=design"));
}

internal sealed class DesignTimeQuestions : IDesignTimeDbContextFactory<QuestionDb>
{
    public QuestionDb CreateDbContext(string[] args) => new(FilingStore.QuestionOptions("design.db"));
}

internal sealed class DesignTimeQuestionsOnServer : IDesignTimeDbContextFactory<QuestionDbOnSqlServer>
{
    public QuestionDbOnSqlServer CreateDbContext(string[] args) => new(FilingStore.QuestionOptions("Server=design"));
}
