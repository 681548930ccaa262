using System.Collections.Concurrent;
using System.Globalization;

namespace EndToEnd.Tests.Running;

/// <summary>
/// Clients that file, record and report as people and cameras do, each with one request at a time, as fast as they are answered; during
/// a fault they slow down, so that a long fault leaves no more to check than a short one. They remember the answers, and send an
/// unanswered request again unchanged as soon as the service is back.
/// </summary>
internal sealed class Load
{
    private const int Clients = 12;
    private const int NotNow = 503;

    /// <summary>This many answers after the awaited ones: a fault occurs while the clients are still at full speed.</summary>
    private const int HurryOn = 200;
    private static readonly TimeSpan BeforeNextTry = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Leisure = TimeSpan.FromMilliseconds(500);
    private readonly Client _client;
    private readonly int _trucks;
    private readonly ConcurrentDictionary<string, string> _numbers = new();
    private readonly ConcurrentDictionary<string, string> _sightings = new();
    private readonly List<Teller> _tellers;
    private int _truck;
    private int _answered;
    private int _repeated;
    private volatile bool _isPaused;
    private (int Count, TaskCompletionSource Reached) _mark;

    public Load(Client client, int seed, int trucks)
    {
        (_client, _trucks) = (client, trucks);
        _mark = (0, new TaskCompletionSource());
        _tellers = [.. Enumerable.Range(0, Clients).Select(i => new Teller(this, i, new Random(seed + i)))];
    }

    /// <summary>By number, as answered.</summary>
    public ConcurrentDictionary<string, Filed> Filings { get; } = new();

    /// <summary>The ids of accepted sightings.</summary>
    public ICollection<string> Sightings => _sightings.Keys;
    public int Answered => _answered;

    /// <summary>Requests sent again on purpose or because they were not answered.</summary>
    public int Repeated => _repeated;
    public int Unanswered => _tellers.Count(teller => teller.HasUnanswered);

    /// <summary>Ends when the service stops, or with <see cref="Pause"/>.</summary>
    public Task Run()
    {
        _isPaused = false;
        return Task.WhenAll(_tellers.Select(teller => Task.Run(teller.WorkUntilTheEnd)));
    }

    /// <summary>All clients wait for their pending answer and then pause.</summary>
    public void Pause() => _isPaused = true;

    /// <summary>Waits for this many more answers. Fails if the clients end before.</summary>
    public async Task HasAnswered(int more, Task clients)
    {
        var mark = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _mark = (Volatile.Read(ref _answered) + more, mark);
        if (await Task.WhenAny(mark.Task, clients, Task.Delay(TimeSpan.FromSeconds(120))) != mark.Task)
        {
            if (clients.IsCompleted)
            {
                await clients;
            }

            throw new TimeoutException($"Not within 120 s: {more} answers; there were {_answered}.");
        }
    }

    /// <summary>Completes all pending requests, then sends every filing once more.</summary>
    public Task Finish() => Task.WhenAll(_tellers.Select(teller => Task.Run(teller.Finish)));

    private bool IsAtLeisure => Volatile.Read(ref _answered) > _mark.Count + HurryOn;

    private void Count()
    {
        var answered = Interlocked.Increment(ref _answered);
        var (count, reached) = _mark;
        if (count > 0 && answered >= count)
        {
            reached.TrySetResult();
        }
    }

    private sealed record Request(string Account, string Path, object Body, string? Key, Action<Reply> Answered);

    /// <summary>One client: its requests in order; the first may be unanswered.</summary>
    private sealed class Teller(Load load, int name, Random random)
    {
        private readonly Queue<Request> _requests = new();
        private readonly List<Request> _filed = [];
        private int _sent;
        private bool _isUnderway;

        public bool HasUnanswered => _isUnderway;

        public async Task WorkUntilTheEnd()
        {
            try
            {
                while (!load._isPaused)
                {
                    if (_requests.Count == 0)
                    {
                        NextErrand();
                    }

                    await SendFirst();
                    if (load.IsAtLeisure)
                    {
                        await Task.Delay(Leisure);
                    }
                }
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException)
            {
                // The service is down; the request stays first in the queue.
            }
        }

        public async Task Finish()
        {
            while (_requests.Count > 0)
            {
                await SendFirst();
            }

            foreach (var request in _filed)
            {
                _requests.Enqueue(request);
            }

            Interlocked.Add(ref load._repeated, _filed.Count);
            while (_requests.Count > 0)
            {
                await SendFirst();
            }
        }

        private async Task SendFirst()
        {
            var request = _requests.Peek();
            if (_isUnderway)
            {
                Interlocked.Increment(ref load._repeated);
            }

            _isUnderway = true;
            var reply = await load._client.Post(request.Account, request.Path, request.Body, request.Key);
            if (reply.Status == NotNow)
            {
                // A refusal that asks for a retry of the same request: nothing was stored.
                await Task.Delay(BeforeNextTry);
                return;
            }

            _isUnderway = false;
            if (reply.Status >= 300)
            {
                throw new InvalidOperationException($"{request.Path} by {request.Account} ({request.Key}): {reply}");
            }

            _requests.Dequeue();
            request.Answered(reply);
            load.Count();
        }

        /// <summary>Files for a truck, checks it before and after the recording, and sometimes repeats a request.</summary>
        private void NextErrand()
        {
            if (Interlocked.Increment(ref load._truck) is var truck && truck > load._trucks)
            {
                // All trucks are in use: cameras go on.
                _requests.Enqueue(Report(Make.Plate(random.Next(1, load._trucks + 1))));
                return;
            }

            var plate = Make.Plate(truck);
            var key = NewKey("file");
            var clerk = name % 2 == 0 ? Make.Clerk : Make.Clerk2;
            var file = new Request(clerk, "filings", Make.Filing(plate), key, reply => Filed(key, plate, reply));
            _filed.Add(file);
            _requests.Enqueue(file);
            if (random.Next(4) == 0)
            {
                Repeat(file);
            }
        }

        private void Filed(string key, string plate, Reply reply)
        {
            var number = reply.Text("number");
            if (load._numbers.GetOrAdd(key, number) != number)
            {
                throw new InvalidOperationException($"The key {key} was answered with {load._numbers[key]} and then with {number}.");
            }

            if (!load.Filings.TryAdd(number, new Filed(number, plate)))
            {
                // A repeated answer: its follow-up requests were sent after the first one.
                return;
            }

            var report = Report(plate);
            _requests.Enqueue(report);
            if (random.Next(4) == 0)
            {
                Repeat(report);
            }

            if (random.Next(3) == 0)
            {
                return;
            }

            var record = new Request(
                Make.Station,
                $"filings/{number}/record",
                new { conditions = "示例" },
                NewKey("record"),
                answer => load.Filings[number].IsRecorded = answer.Text("status") == "recorded"
            );
            _requests.Enqueue(record);
            if (random.Next(4) == 0)
            {
                Repeat(record);
            }

            _requests.Enqueue(Report(plate));
        }

        /// <summary>Two sightings; their ids make a repetition harmless, with or without a key.</summary>
        private Request Report(string plate)
        {
            var batch = NewKey("seen");
            var ids = new[] { $"{batch}-a", $"{batch}-b" };
            return new Request(
                Make.Camera,
                "sightings",
                ids.Select(id => Make.Sighting(id, plate)).ToList(),
                random.Next(2) == 0 ? batch : null,
                reply =>
                {
                    var (accepted, duplicates) = (
                        reply.Body.GetProperty("accepted").GetInt32(),
                        reply.Body.GetProperty("duplicates").GetInt32()
                    );
                    if (accepted + duplicates != ids.Length)
                    {
                        throw new InvalidOperationException($"{batch}: {reply}");
                    }

                    foreach (var id in ids)
                    {
                        load._sightings.TryAdd(id, plate);
                    }
                }
            );
        }

        private void Repeat(Request request)
        {
            Interlocked.Increment(ref load._repeated);
            _requests.Enqueue(request);
        }

        private string NewKey(string what) => string.Create(CultureInfo.InvariantCulture, $"{what}-{name:00}-{++_sent:0000}");
    }
}
