using System.Data.Common;
using System.Threading.Channels;
using Contracts.Delivery;
using FilingApi.Data;
using FilingApi.Evidence;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Register;

/// <summary>
/// Writes the log of questions in groups. Its queue is bounded: when full, it slows answers down rather than dropping a line.
/// </summary>
public sealed class QuestionLog(
    IDbContextFactory<QuestionDb> contexts,
    ILogger<QuestionLog> log,
    [FromKeyedServices(nameof(QuestionDb))] Chain chain
) : BackgroundService
{
    private const int LargestGroup = 500;
    private readonly Channel<QuestionRow> _queue = Channel.CreateBounded<QuestionRow>(
        new BoundedChannelOptions(20_000) { SingleReader = true }
    );

    public ValueTask Write(QuestionRow question, CancellationToken cancel) => _queue.Writer.WriteAsync(question, cancel);

    /// <summary>Accepted questions are still written before the log stops.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        if (ExecuteTask is { } running)
        {
            await running.WaitAsync(cancellationToken);
        }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<QuestionRow>(LargestGroup);
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await db.Database.OpenConnectionAsync(CancellationToken.None);
        var lines = new LoggedLines(db, chain);
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            group.Clear();
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var question))
            {
                group.Add(question);
            }

            await Keep(lines, group);
        }
    }

    private async Task Keep(LoggedLines lines, List<QuestionRow> group)
    {
        while (true)
        {
            try
            {
                await lines.Write(group);
                return;
            }
            catch (Exception failure) when (failure is DbException or DbUpdateException)
            {
                log.LogError(failure, "The log of questions cannot be written; {Count} lines wait.", group.Count);
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    /// <summary>Inserts the rows with one prepared command, each linked to the one before; a group is one transaction.</summary>
    private sealed class LoggedLines(QuestionDb db, Chain chain)
    {
        private static readonly Book TheBook = Book.OfQuestions[0];
        private readonly PreparedInsert<QuestionRow> _insert = new(db, ChainColumns.Day, ChainColumns.Position, ChainColumns.Hash);
        private readonly DbConnection _connection = db.Database.GetDbConnection();

        public async Task Write(List<QuestionRow> group)
        {
            // A server's connection may have broken since.
            if (_connection.State != System.Data.ConnectionState.Open)
            {
                await _connection.CloseAsync();
                await _connection.OpenAsync();
            }

            await using var transaction = await _connection.BeginTransactionAsync();
            await db.Database.UseTransactionAsync(transaction);
            try
            {
                // Several processes may write, but the book has one chain.
                await db.Lock(["questions"], CancellationToken.None);
                var head = chain.HeadsIn(db).GetValueOrDefault(TheBook.Name, Head.Start);
                List<HeadRow> closed = [];
                await _insert.Insert(
                    _connection,
                    transaction,
                    group,
                    (row, values) =>
                    {
                        (head, var before) = chain.Follow(TheBook, head, row.AskedAt, Content.Of(_insert.Columns, values));
                        if (before is not null)
                        {
                            closed.Add(before);
                        }

                        return [head.Day, head.Links, head.Hash];
                    },
                    CancellationToken.None
                );
                db.AddRange(closed);
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
                chain.MovedTo(TheBook.Name, head);
            }
            finally
            {
                await db.Database.UseTransactionAsync(null);
                db.ChangeTracker.Clear();
            }
        }
    }
}
