using Contracts.Delivery;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Settings;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Evidence;

/// <summary>
/// Deletes expired data every day at three in the morning, dated by the deadline's own moment, and sets the next day's deadline.
/// Deletes whole days of the log of questions and keeps their heads, so that the chain can still be verified.
/// </summary>
public sealed class Retention(IDbContextFactory<QuestionDb> questions, ServiceSettings settings)
{
    public const string Sightings = "retain-sightings";
    public const string Questions = "retain-questions";
    public const string Answers = "retain-answers";
    public const string Inbox = "retain-inbox";
    public const string Daily = "daily";
    public static readonly string[] Kinds = [Sightings, Questions, Answers, Inbox];
    public static readonly TimeSpan AnswersKept = TimeSpan.FromDays(7);

    /// <summary>Sets the deadlines at the first start; later each sets the next.</summary>
    public static async Task Begin(DbContext db, IEnumerable<string> kinds, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var kind in kinds)
        {
            await db.BeginDeadline(kind, Daily, RetentionTimes.FirstAfter(now), cancel);
        }
    }

    public async Task Apply(FilingDb db, DeadlineRow deadline, CancellationToken cancel)
    {
        var due = deadline.DueAt;
        switch (deadline.Kind)
        {
            case Sightings:
                // Sightings of a run are evidence of its lead.
                var before = due - RetentionTimes.SightingsKept;
                var evidence = db.RunSightings.Where(row => row.IsMember).Select(row => row.SightingId);
                await db.Sightings.Where(row => row.ArrivedAt < before && !evidence.Contains(row.Id)).ExecuteDeleteAsync(cancel);
                await db.Records.Where(row => !db.Sightings.Select(sighting => sighting.Id).Contains(row.Id)).ExecuteDeleteAsync(cancel);
                break;
            case Questions:
                await DeleteQuestions(db, DateOnly.FromDateTime(due.ToChina().AddMonths(-settings.QuestionMonths).DateTime), due, cancel);
                break;
            case Answers:
                await db.Answers.Where(answer => answer.At < due - AnswersKept).ExecuteDeleteAsync(cancel);
                break;
            default:
                await RetentionTimes.DeleteInbox(db, due, cancel);
                break;
        }

        deadline.DueAt = RetentionTimes.Next(due);
    }

    /// <summary>
    /// A different store, so a separate transaction. It is idempotent, and the act of administration follows from the heads.
    /// </summary>
    private async Task DeleteQuestions(FilingDb db, DateOnly before, DateTimeOffset due, CancellationToken cancel)
    {
        await using var log = await questions.CreateDbContextAsync(cancel);
        foreach (
            var head in await log.Set<HeadRow>()
                .Where(head => head.Day < before && (head.DeletedAt == null || head.DeletedAt == due))
                .OrderBy(head => head.Day)
                .ToListAsync(cancel)
        )
        {
            head.DeletedAt = due;
            await using var transaction = await log.Database.BeginTransactionAsync(cancel);
            await log.SaveChangesAsync(cancel);
            await log
                .Questions.Where(question => EF.Property<DateOnly?>(question, ChainColumns.Day) == head.Day)
                .ExecuteDeleteAsync(cancel);
            await transaction.CommitAsync(cancel);
            db.Note(
                new SubjectRef(SubjectKind.Questions, $"{head.Day:yyyy-MM-dd}", null),
                "deleted",
                Actor.System,
                due,
                new TimelineDetail { Words = $"{head.Links} {Convert.ToHexStringLower(head.Hash)}" }
            );
        }
    }
}
