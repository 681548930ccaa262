using System.Threading.Channels;
using FilingApi.Data;
using FilingApi.Evidence;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Register;

/// <summary>Writes the log of questions in groups. Its queue is bounded: full, it slows answers down rather than dropping a line.</summary>
public sealed class QuestionLog(IDbContextFactory<QuestionDb> contexts, ILogger<QuestionLog> log, [FromKeyedServices(nameof(QuestionDb))] Chain chain) : BackgroundService
{
    private const int LargestGroup = 500;
    private readonly Channel<QuestionRow> _queue = Channel.CreateBounded<QuestionRow>(new BoundedChannelOptions(20_000) { SingleReader = true });

    public ValueTask Write(QuestionRow question, CancellationToken cancel) => _queue.Writer.WriteAsync(question, cancel);

    /// <summary>What was asked is still written; only then the log stops.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        if (ExecuteTask is { } running) { await running.WaitAsync(cancellationToken); }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<QuestionRow>(LargestGroup);
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            group.Clear();
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var question)) { group.Add(question); }

            await Keep(group);
        }
    }

    private async Task Keep(List<QuestionRow> group)
    {
        while (true)
        {
            try
            {
                await using var db = await contexts.CreateDbContextAsync();
                db.Questions.AddRange(group);
                await db.SaveChangesAsync();
                chain.Committed();
                return;
            }
            catch (DbUpdateException failure)
            {
                chain.Forget();
                log.LogError(failure, "The log of questions cannot be written; {Count} lines wait.", group.Count);
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }
}
