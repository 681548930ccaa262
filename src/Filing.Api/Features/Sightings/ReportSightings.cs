using Contracts.Delivery;
using Contracts.Filing;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Sightings;

/// <summary>Cameras and patrols report (R4). What is answered as accepted is stored; unrelated plates leave no trace but a count.</summary>
public static class ReportSightings
{
    private sealed record Settled(string SenderId, string? RefusedCode);

    public sealed record BatchView(int Accepted, int Duplicates, IReadOnlyList<int> Ignored, IReadOnlyList<RefusedItem> Refused);

    public sealed record RefusedItem(int Index, string Code, string Sentence);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/sightings", Handle)
            .RequireAccess("ReportSightings", Role.Device, Role.Squad, Role.Plant)
            .WithMetadata(new ReadsItsOwnBody())
            .Accepts<IReadOnlyList<SightingItem>>("application/json", SightingReader.NdJson)
            .Produces<BatchView>(StatusCodes.Status202Accepted);

    public static async Task<Answer> Handle(
        HttpContext http,
        WriteSession session,
        Caller caller,
        RosterIndex roster,
        ServiceMetrics metrics,
        CancellationToken cancel
    )
    {
        var (items, raw, refusal) = await SightingReader.Read(http.Request, cancel);
        if (refusal is not null)
        {
            return Answer.Refused(caller, refusal);
        }

        caller.RequestHash = BodyGate.Hash(http.Request, raw);
        var answer = await session.Write((db, now) => Settle(db, items, caller, roster.Now, now, cancel), cancel);
        if (answer.Body is BatchView batch)
        {
            metrics.Sightings(batch.Accepted, "accepted");
        }

        return answer;
    }

    private static async Task<Answer> Settle(
        FilingDb db,
        IReadOnlyList<BatchItem> items,
        Caller caller,
        RosterIndex.Snapshot roster,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        // The ids are the sender's here: of this account alone.
        var ids = items.Select(item => item.Id).OfType<string>().Distinct().Select(id => SightingRow.IdOf(caller.Account, id)).ToArray();
        var settled = await db
            .Sightings.Where(row => ids.Contains(row.Id))
            .Select(row => new Settled(row.SenderId, row.RefusedCode))
            .ToDictionaryAsync(row => row.SenderId, row => row.RefusedCode, cancel);
        var town = caller.OwnTown(roster);
        var (rows, accepted, duplicates, ignored, refused) = (
            new List<SightingRow>(items.Count),
            new List<Sighting>(items.Count),
            0,
            new List<int>(),
            new List<RefusedItem>()
        );
        for (var i = 0; i < items.Count; i++)
        {
            var (id, item, broken) = items[i];
            if (id is not null && settled.TryGetValue(id, out var refusedCode))
            {
                if (refusedCode is null)
                {
                    duplicates++;
                }
                else
                {
                    refused.Add(new RefusedItem(i, refusedCode, SentenceOf(refusedCode, caller, item)));
                }
            }
            else if ((broken ?? SightingRules.Invalid(item!, caller.Role, now)) is { } refusal)
            {
                refused.Add(new RefusedItem(i, refusal.Code, refusal.Sentence(caller.Language)));
                if (id is null)
                {
                    continue;
                }

                settled[id] = refusal.Code;
                rows.Add(
                    new SightingRow
                    {
                        Id = SightingRow.IdOf(caller.Account, id),
                        ArrivedAt = now,
                        Account = caller.Account,
                        SenderId = id,
                        Town = town,
                        RefusedCode = refusal.Code,
                    }
                );
            }
            else if (Accept(item!, roster, caller, town, now) is { } row)
            {
                settled[row.SenderId] = null;
                rows.Add(row);
                accepted.Add(ToMessage(row));
            }
            else
            {
                ignored.Add(i);
            }
        }

        await db.InsertAll(rows, cancel);
        if (accepted.Count > 0)
        {
            db.Emit(new SightingsReported { ArrivedAt = now, Sightings = accepted });
        }

        await Count(db, ignored.Count, caller, now, cancel);
        return new Answer(StatusCodes.Status202Accepted, new BatchView(accepted.Count, duplicates, ignored, refused));
    }

    /// <summary>Null: ignored.</summary>
    private static SightingRow? Accept(SightingItem item, RosterIndex.Snapshot roster, Caller caller, string town, DateTimeOffset now)
    {
        var plate = Plate.Parse(item.Plate).Value;
        var trucks = roster.TrucksOf(plate);
        if (SightingRules.IsIgnored(item, trucks))
        {
            return null;
        }

        var point = item.Point?.ToWgs84(item.Datum);
        var id = SightingRow.IdOf(caller.Account, item.Id);
        return new SightingRow
        {
            Id = id,
            ArrivedAt = now,
            Account = caller.Account,
            SenderId = item.Id,
            Town = town,
            Source = item.Source,
            Device = item.Device,
            Plate = plate,
            SeenColour = item.Colour,
            Colour = SightingRules.Colour(item, trucks),
            At = item.At,
            Lat = point?.Lat,
            Lon = point?.Lon,
            Activity = item.Activity ?? Activity.Passing,
            Confidence = item.Confidence ?? 1,
            Vehicle = item.Vehicle,
            Photo = item.Photo == KeepRecord.PathOf(item.Id) ? KeepRecord.PathOf(id) : item.Photo,
            Doubtful = SightingRules.IsDoubtful(item),
        };
    }

    public static Sighting ToMessage(SightingRow row) =>
        new()
        {
            Id = row.Id,
            Account = row.Account,
            SenderId = row.SenderId,
            Town = row.Town,
            Plate = row.Plate!,
            Colour = row.Colour,
            At = row.At!.Value,
            Activity = row.Activity!.Value,
            Point = row is { Lat: { } lat, Lon: { } lon } ? new GeoPoint(lat, lon) : null,
            Doubtful = row.Doubtful,
        };

    private static string SentenceOf(string code, Caller caller, SightingItem? item)
    {
        var kind = RefusalCatalogue.Find(code);
        return kind.With(kind == Refusals.SightingSource ? string.Join(", ", SightingSources.Of(caller.Role)) : item?.Id ?? "")
            .Sentence(caller.Language);
    }

    private static async Task Count(FilingDb db, int ignored, Caller caller, DateTimeOffset now, CancellationToken cancel)
    {
        if (ignored == 0)
        {
            return;
        }

        var day = ChinaTime.DayOf(now);
        if (await db.IgnoredCounts.FindAsync([day, caller.Account], cancel) is { } known)
        {
            known.Count += ignored;
        }
        else
        {
            db.IgnoredCounts.Add(
                new IgnoredCount
                {
                    Day = day,
                    Account = caller.Account,
                    Count = ignored,
                }
            );
        }
    }
}
