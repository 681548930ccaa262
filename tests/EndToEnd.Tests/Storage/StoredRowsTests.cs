using Contracts.Delivery;
using Contracts.Filing;
using Contracts.Register;
using DispatchWorker.Data;
using Microsoft.EntityFrameworkCore;

namespace EndToEnd.Tests.Storage;

/// <summary>Values read back as they were written, whichever way they were inserted.</summary>
[Collection(ServerGroup.Name)]
public sealed class StoredRowsTests(ServerStore server) : StoreTests(server)
{
    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_row_reads_back_as_written_by_the_prepared_insert_and_by_the_context(string store)
    {
        var process = await Open(store);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_123).ToOffset(TimeSpan.FromHours(8));
        SightingRow Row(string id, double? lat, PlateColour? colour) =>
            SightingRow.Of(
                new Sighting
                {
                    Id = id,
                    Account = "camera",
                    SenderId = id,
                    Town = "430181117",
                    Plate = "湘A00001",
                    Colour = colour,
                    At = at,
                    Activity = Activity.Passing,
                    Point = lat is { } north ? new GeoPoint(north, 113.25) : null,
                    Doubtful = lat is null,
                },
                at.AddSeconds(1)
            );
        var longest = new string('示', SightingRow.IdLength);

        await process.Writer.Write(
            async (db, cancel) =>
            {
                await db.InsertAll(
                    [Row("prepared", 28.123456789, PlateColour.Yellow), Row("prepared-empty", null, null), Row(longest, 1, null)],
                    cancel
                );
                db.Add(Row("tracked", 28.123456789, PlateColour.Yellow));
                db.Add(Row("tracked-empty", null, null));
                return true;
            },
            default
        );

        await using var db = process.Db();
        var rows = await db.Sightings.AsNoTracking().ToDictionaryAsync(row => row.Id);
        Assert.Equal(5, rows.Count);
        Assert.Contains(longest, rows.Keys);
        foreach (var way in new[] { "prepared", "tracked" })
        {
            Assert.Equal(
                (at, at.AddSeconds(1), 28.123456789, 113.25, PlateColour.Yellow, false, null),
                (rows[way].At, rows[way].ArrivedAt, rows[way].Lat, rows[way].Lon, rows[way].Colour, rows[way].Doubtful, rows[way].Code)
            );
            Assert.Equal(
                (null, null, null, true),
                (rows[$"{way}-empty"].Lat, rows[$"{way}-empty"].Lon, rows[$"{way}-empty"].Colour, rows[$"{way}-empty"].Doubtful)
            );
        }

        // An instant is compared and ordered by the store itself.
        Assert.Equal(5, await db.Sightings.CountAsync(row => row.At <= at && row.ArrivedAt > at));
    }
}
