using System.IO.Compression;
using System.Text.Json;
using Contracts.Register;
using FilingApi.Features.Checks;
using FilingApi.Web;

namespace FilingApi.Tests.Features.Checks;

/// <summary>What a squad takes along: small, and what the register says.</summary>
public sealed class OfflineListTests(TestService service, ITestOutputHelper output) : IClassFixture<TestService>
{
    private const int LargestKB = 40;

    /// <summary>Two thousand trucks, each with a window of its own at one of six hundred sites surveyed to the metre.</summary>
    [Fact]
    public void A_list_of_two_thousand_plates_travels_in_forty_kilobytes()
    {
        var random = new Random(20261124);
        var madeAt = service.At("06:00");
        var sites = Enumerable
            .Range(0, 600)
            .Select(_ => new Area(
                new GeoPoint(Math.Round(28.1 + (random.NextDouble() * 0.3), 5), Math.Round(113.1 + (random.NextDouble() * 0.4), 5)),
                300
            ))
            .ToArray();
        var facts = Enumerable
            .Range(1, 2000)
            .Select(n =>
            {
                var from = madeAt.AddMinutes(30 * random.Next(36));
                var serial = n % 10 < 7 ? $"{random.Next(100_000):00000}" : $"{(char)('A' + random.Next(8))}{random.Next(10_000):0000}";
                return new RegisterFact(
                    $"XW-{SmallTown.TownA}-20261123-{n:0000}",
                    1,
                    FactKind.Ordered,
                    madeAt.AddHours(-12),
                    new Permission
                    {
                        From = from,
                        To = from.AddMinutes(30 * (2 + random.Next(8))),
                        Emergency = false,
                        Trucks = [new TruckKey($"湘A{serial}", random.Next(3) == 0 ? PlateColour.Blue : PlateColour.Yellow)],
                        Sites = [sites[random.Next(sites.Length)]],
                        Plant = new Area(new GeoPoint(28.2 + (0.01 * random.Next(3)), 113.27), 300),
                        PlantCode = "P1",
                        Town = SmallTown.TownA,
                    }
                );
            });

        var list = ReadOfflineList.ListOf(
            History.Of(facts),
            madeAt,
            2000,
            "y6BrtmVqUxeW0M_yuAxF5n0TnEoeVRL0MJhxR15BUZA",
            service.Get<FilingApi.Evidence.PresentHeads>().All
        );

        var bytes = JsonSerializer.SerializeToUtf8Bytes(list, WebJson.Options);
        var (gzip, brotli) = (Size(bytes, to => new GZipStream(to, CompressionLevel.Optimal)), Size(bytes, new Brotli().CreateStream));
        output.WriteLine(
            $"| offline list, {list.Entries.Count} plates | {bytes.Length / 1024} KB | gzip {gzip / 1024.0:0.0} KB | brotli "
                + $"{brotli / 1024.0:0.0} KB | goal {LargestKB} KB |"
        );
        Assert.Equal(2000, list.Entries.Count);
        Assert.InRange(gzip, 1, LargestKB * 1024);
        Assert.InRange(brotli, 1, LargestKB * 1024);
    }

    [Fact]
    public async Task The_list_is_compressed_for_clients_that_accept_it_and_names_each_place_once()
    {
        var at = service.NewDay();
        await at.Recorded(Make.Plate(1));
        await at.Recorded(Make.Plate(2));

        var plain = await at.Squad.Get("checks/list").MustBe(200);
        var packed = await at.Squad.Get("checks/list", ("Accept-Encoding", "br")).MustBe(200);

        Assert.Equal([0, 0], plain.Items("entries").Select(entry => entry.GetProperty("sites")[0].GetInt32()));
        Assert.Equal([1, 1], plain.Items("entries").Select(entry => entry.GetProperty("plant").GetInt32()));
        Assert.Equal(2, plain.Items("places").Count);
        Assert.Equal(Make.Site.Lat, plain.Items("places")[0].GetProperty("point").GetProperty("lat").GetDouble());
        Assert.NotEqual('{', packed.Text[0]);
    }

    private static long Size(byte[] bytes, Func<Stream, Stream> pack)
    {
        using var to = new MemoryStream();
        using (var packer = pack(to))
        {
            packer.Write(bytes);
        }

        return to.ToArray().Length;
    }
}
