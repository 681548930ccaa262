using Microsoft.EntityFrameworkCore;
using RabbitMQ.Client.Exceptions;

namespace Contracts.Delivery;

/// <summary><c>parked</c>: lists parked messages and deadlines of the stores and the broker, and replays them.</summary>
/// <param name="Stores">The name and a factory of a context for every reachable store.</param>
/// <param name="Broker">Null: no broker.</param>
/// <param name="Endpoints">The queues whose error queues are searched.</param>
public sealed record DeadLetterCommand(
    IReadOnlyList<(string Name, Func<DbContext> Open)> Stores,
    BrokerSettings? Broker,
    IReadOnlyList<string> Endpoints
)
{
    public const string Usage = "Usage: parked   lists what is parked;   parked replay ID…   or   parked replay --all   tries it again";

    /// <returns>0; 1 when an id is not parked or a store or the broker is unreachable; 2 for wrong usage.</returns>
    public async Task<int> Run(string[] args, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        var isReplay = args is ["replay", _, ..];
        if (!isReplay && args is not ([] or ["list"]))
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        try
        {
            return isReplay ? await Replay(args[1..], output, errors, cancel) : await List(output, cancel);
        }
        catch (BrokerUnreachableException)
        {
            await errors.WriteLineAsync("The broker does not answer: what is parked in it cannot be shown. Start it, then try again.");
            return 1;
        }
    }

    private async Task<int> List(TextWriter output, CancellationToken cancel)
    {
        var parked = new List<DeadLetter>();
        foreach (var (name, open) in Stores)
        {
            await using var db = open();
            parked.AddRange(await DeadLetterRows.List(db, name, cancel));
        }

        await WithBroker(async queues => parked.AddRange(await queues.List(cancel)), cancel);
        foreach (var one in parked)
        {
            var at = one.At?.ToString("yyyy-MM-dd HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture) ?? "-";
            await output.WriteLineAsync($"{one.Where}\t{one.Id}\t{one.What}\t{at}\t{one.Error}");
        }

        await output.WriteLineAsync(
            parked.Count == 0
                ? "Nothing is parked."
                : $"{parked.Count} parked. When the cause is gone: parked replay ID… or parked replay --all."
        );
        return 0;
    }

    private async Task<int> Replay(string[] ids, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        var wanted = ids.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var isChosen = ids is ["--all"] ? (Func<string, bool>)(_ => true) : wanted.Contains;
        var replayed = new List<string>();
        foreach (var (_, open) in Stores)
        {
            await using var db = open();
            replayed.AddRange(await DeadLetterRows.Replay(db, isChosen, cancel));
        }

        await WithBroker(async queues => replayed.AddRange(await queues.Replay(isChosen, cancel)), cancel);
        foreach (var id in replayed)
        {
            await output.WriteLineAsync($"replayed {id}");
        }

        var missing = ids is ["--all"] ? [] : wanted.Except(replayed, StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var id in missing)
        {
            await errors.WriteLineAsync($"{id} is not parked.");
        }

        await output.WriteLineAsync($"{replayed.Count} replayed.");
        return missing.Count > 0 ? 1 : 0;
    }

    private async Task WithBroker(Func<DeadLetterQueues, Task> act, CancellationToken cancel)
    {
        if (Broker is null)
        {
            return;
        }

        await using var connection = await Broker.Connect("parked", cancel);
        await act(new DeadLetterQueues(connection, Endpoints));
    }
}
