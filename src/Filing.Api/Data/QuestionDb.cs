using Contracts.Delivery;
using Contracts.Register;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Data;

/// <summary>The log of questions, in a separate file: it grows with roadside checks, not with filings.</summary>
public class QuestionDb(DbContextOptions<QuestionDb> options) : DbContext(options)
{
    /// <summary>On SQL Server both tables of heads are in one schema.</summary>
    public const string Heads = "question_heads";

    public DbSet<QuestionRow> Questions => Set<QuestionRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.AddStoreConventions();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddHeads();
        modelBuilder.Entity<QuestionRow>(question =>
        {
            question.ToTable("questions").HasKey(row => row.Id);
            question.Property(row => row.Account).HasMaxLength(Lengths.Id);
            question.Property(row => row.Organisation).HasMaxLength(Lengths.Code);
            question.Property(row => row.Raw).HasMaxLength(Plate.LongestInput);
            question.Property(row => row.Plate).HasMaxLength(Lengths.Plate);
            question.HasIndex(row => row.At).HasDatabaseName("ix_questions_at");
            question.IsChained();
        });
        if (!Database.IsSqlServer())
        {
            return;
        }

        modelBuilder.OnSqlServer(FilingDb.Schema);
        modelBuilder.Entity<HeadRow>().ToTable(Heads);
    }
}

/// <summary>The same on SQL Server, with its own set of migrations.</summary>
public sealed class QuestionDbOnSqlServer(DbContextOptions<QuestionDb> options) : QuestionDb(options);

/// <summary>Who asked what, and what the register answered, with the sequence it read (R2).</summary>
public sealed class QuestionRow
{
    public long Id { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required string Account { get; init; }
    public required string Organisation { get; init; }

    /// <summary>As typed (R1).</summary>
    public required string Raw { get; init; }
    public required string Plate { get; init; }
    public PlateColour? Colour { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Activity Activity { get; init; }
    public double? Lat { get; init; }
    public double? Lon { get; init; }
    public required VerdictCode Code { get; init; }
    public required long Position { get; init; }
}
