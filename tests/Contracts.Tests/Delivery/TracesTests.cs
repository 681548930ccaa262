using System.Diagnostics;
using Contracts.Delivery;
using Contracts.Filing;

namespace Contracts.Tests.Delivery;

public sealed class TracesTests : IAsyncDisposable
{
    private const string Requests = "requests of this test";
    private readonly SampleStore _store = new();
    private readonly ActivitySource _requests = new(Requests);
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = source => source.Name is Requests or Traces.SourceName,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    [Fact]
    public async Task A_message_is_sent_within_the_trace_of_the_act_that_wrote_it_also_when_it_waited_in_the_store()
    {
        ActivitySource.AddActivityListener(_listener);
        var sent = new TaskCompletionSource<(ActivityTraceId Trace, string Name)>(TaskCreationOptions.RunContinuationsAsynchronously);
        _store.OnPublish = (_, _, _) =>
        {
            sent.TrySetResult((Activity.Current!.TraceId, Activity.Current.OperationName));
            return Task.CompletedTask;
        };
        await _store.Start<Writer<SampleDb>>();
        ActivityTraceId begun;
        using (var request = _requests.StartActivity("a request")!)
        {
            begun = request.TraceId;
            await _store.Write(db => db.Emit(new RegisterFactsAdded { Facts = [] }));
        }

        var kept = Assert.Single(await _store.Rows<OutboxRow>()).Trace;
        await _store.Start<Dispatcher<SampleDb>>();
        var (trace, name) = await sent.Task.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Contains(begun.ToHexString(), kept, StringComparison.Ordinal);
        Assert.Equal((begun, $"outbox {typeof(RegisterFactsAdded).FullName}"), (trace, name));
    }

    [Fact]
    public async Task Without_tracing_a_row_keeps_no_trace()
    {
        await _store.Start<Writer<SampleDb>>();

        await _store.Write(db => db.Emit(new RegisterFactsAdded { Facts = [] }));

        Assert.Null(Assert.Single(await _store.Rows<OutboxRow>()).Trace);
    }

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        _requests.Dispose();
        return _store.DisposeAsync();
    }
}
