using System.Text;
using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Evidence;
using FilingApi.Register;
using FilingApi.Web;

namespace FilingApi.Features.Checks;

/// <summary>
/// What a squad takes along for where there is no network: every entry of the next 24 hours, signed. A list answer, never a verdict
/// (R3).
/// </summary>
public static class ReadOfflineList
{
    public const string Path = "/api/v1/checks/list";
    public const string KeyHeader = "X-Key-Id";
    public const string SignatureHeader = "X-Signature";
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>
    /// <c>position</c>: the register sequence it was read at; <c>heads</c>: how the chains of evidence ended when it was made;
    /// <c>places</c>: each site and plant once, named in the entries by its index.
    /// </summary>
    public sealed record ListView(
        DateTimeOffset MadeAt,
        DateTimeOffset Until,
        long Position,
        string KeyId,
        IReadOnlyList<HeadView> Heads,
        IReadOnlyList<Area> Places,
        IReadOnlyList<EntryView> Entries
    );

    public sealed record EntryView(
        string Plate,
        PlateColour Colour,
        string Source,
        string Number,
        DateTimeOffset From,
        DateTimeOffset To,
        IReadOnlyList<int> Sites,
        int Plant
    );

    public sealed record KeysView(IReadOnlyList<PublicKey> Keys);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/checks/list", Handle)
            .RequireAccess("ReadOfflineList", Role.Squad)
            .Produces<ListView>()
            .Carries(KeyHeader, "Which of `/api/v1/keys` signed.")
            .Carries(SignatureHeader, "Base64url of r and s: ECDSA P-256 with SHA-256 over the exact bytes of the body.");
        api.MapGet("/keys", Keys).AllowAnyone("ReadKeys").Produces<KeysView>();
    }

    public static async Task<Answer> Handle(RegisterIndex index, RegisterClock clock, SigningKeys keys, PresentHeads heads)
    {
        var madeAt = await clock.AskNow();
        var position = index.Position;
        var keyId = keys.Sign([]).KeyId;
        var answer = Answer.Ok(ListOf(index.All(), madeAt, position, keyId, heads.All));
        return answer with
        {
            Headers = new Dictionary<string, string>
            {
                [KeyHeader] = keyId,
                [SignatureHeader] = keys.Sign(Encoding.UTF8.GetBytes(answer.Text)).Signature,
                ["Cache-Control"] = "no-store",
            },
        };
    }

    /// <summary>What is in force at <paramref name="madeAt"/> and has its window, or a part of it, in the 24 hours after.</summary>
    public static ListView ListOf(
        IEnumerable<History> histories,
        DateTimeOffset madeAt,
        long position,
        string keyId,
        IReadOnlyList<HeadView> heads
    )
    {
        var until = madeAt + Ahead;
        var places = new Dictionary<Area, int>();
        int Index(Area place) => places.TryGetValue(place, out var known) ? known : places[place] = places.Count;
        List<EntryView> entries =
        [
            .. histories
                .Select(history => (history.Number, Standing: history.At(madeAt)))
                .Where(entry => entry.Standing is { Phase: Phase.Live, Body: { } body } && body.From <= until && madeAt <= body.To)
                .SelectMany(
                    entry => entry.Standing.Body!.Trucks,
                    (entry, truck) => (entry.Number, Truck: truck, Body: entry.Standing.Body!)
                )
                .OrderBy(entry => entry.Truck.Plate, StringComparer.Ordinal)
                .ThenBy(entry => entry.Body.From)
                .ThenBy(entry => entry.Number, StringComparer.Ordinal)
                .Select(entry => new EntryView(
                    entry.Truck.Plate,
                    entry.Truck.Colour,
                    entry.Number.StartsWith("DD-", StringComparison.Ordinal) ? "dispatch" : "filing",
                    entry.Number,
                    entry.Body.From,
                    entry.Body.To,
                    [.. entry.Body.Sites.Select(Index)],
                    Index(entry.Body.Plant)
                )),
        ];
        return new ListView(madeAt, until, position, keyId, heads, [.. places.Keys], entries);
    }

    public static async Task<Answer> Keys(SigningKeys keys, CancellationToken cancel) => Answer.Ok(new KeysView(await keys.All(cancel)));
}
