using System.Text.Json;
using System.Text.Json.Nodes;
using Contracts.Register;
using CsCheck;
using FilingApi.Features.Checks;
using FilingApi.Web;

namespace FilingApi.Tests.ClientApp;

/// <summary>
/// The few lines of the roadside page that decide anything, held to what the C# code says about the same cases in the same run.
/// </summary>
public sealed class RoadsideVectorTests(RoadsideVectorTests.Page page) : IClassFixture<RoadsideVectorTests.Page>
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(4);

    /// <summary>Asks the page's own code, bundled as for the phone, under node.</summary>
    public sealed class Page : IAsyncLifetime
    {
        private readonly string _bundle = Path.Combine(Directory.CreateTempSubdirectory("roadside-").FullName, "run.mjs");

        public async ValueTask InitializeAsync() =>
            await Tool.Run(
                "esbuild",
                "",
                "vectors/run.ts",
                "--bundle",
                "--platform=node",
                "--format=esm",
                "--log-level=warning",
                $"--outfile={_bundle}"
            );

        public async Task<JsonNode> Says(
            object? plates = null,
            object? lists = null,
            object? keys = null,
            object? numbers = null,
            object? clocks = null,
            object? codes = null
        )
        {
            var empty = Array.Empty<object>();
            var cases = JsonSerializer.Serialize(
                new
                {
                    plates = plates ?? empty,
                    lists = lists ?? empty,
                    keys = keys ?? empty,
                    numbers = numbers ?? empty,
                    clocks = clocks ?? empty,
                    codes = codes ?? empty,
                },
                WebJson.Options
            );
            return JsonNode.Parse(await Tool.Run("node", cases, _bundle))!;
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(Path.GetDirectoryName(_bundle)!, recursive: true);
            return ValueTask.CompletedTask;
        }
    }

    [Fact]
    public async Task The_page_knows_a_plate_exactly_as_the_register_does()
    {
        var vectors = JsonNode
            .Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Data, "vectors", "plates.json")))!
            .AsArray()
            .Select(vector => (string)vector!["input"]!);
        string[] random =
        [
            .. Gen.String[Gen.OneOfConst([.. "湘京粤滬瓊Z0123456789ABDFIOQadf挂学警港澳·-　 ．\u200B１Ａ"]), 5, 10]
                .Array[3000]
                .Single(_ => true, "0000000000000001"),
        ];
        string[] all =
        [
            .. vectors,
            .. random,
            .. random.Select(text => $"湘A{text}"),
            .. Enumerable.Range(0, 2000).Select(n => $"湘A{n * 49:00000}{"ABDFKLI"[n % 7]}"),
        ];

        var said = (await page.Says(plates: all))["plates"]!.AsArray();

        Assert.True(all.Length > 8000);
        Assert.InRange(all.Count(text => Plate.TryParse(text, out _)), 1000, all.Length - 1000);
        for (var i = 0; i < all.Length; i++)
        {
            var isPlate = Plate.TryParse(all[i], out var plate);
            Assert.Equal(
                (all[i], Plate.Normalise(all[i]), isPlate, isPlate),
                (all[i], (string?)said[i]!["normalised"], (bool)said[i]!["valid"]!, (bool)said[i]!["filled"]!)
            );
            Assert.Equal(isPlate && plate.Value.Length == 8, (bool)said[i]!["newEnergy"]!);
        }
    }

    /// <summary>
    /// Green is what <see cref="Judge"/> calls filed by the facts known when the list was made, up to four hours later; nothing is ever
    /// red.
    /// </summary>
    [Fact]
    public async Task A_list_answer_is_green_only_where_the_verdict_by_the_facts_of_the_list_is()
    {
        var towns = Gen.Select(RandomTown.Facts, RandomTown.Moments).Array[1200].Single(_ => true, "0000000000000003");
        var cases = towns
            .Select(town =>
                (
                    Facts: town.Item1.Where(fact => fact.At <= town.Item2.MadeAt).ToList(),
                    town.Item2.MadeAt,
                    Now: town.Item2.MadeAt.AddMilliseconds(town.Item2.LaterMs)
                )
            )
            .Select(town => (town.Facts, town.Now, List: ReadOfflineList.ListOf(History.Of(town.Facts), town.MadeAt, 0, "key", [])))
            .ToList();

        var said = (
            await page.Says(
                lists: cases.Select(town => new
                {
                    list = town.List,
                    asked = RandomTown.Plates.Select(plate => new { plate, now = town.Now.ToUnixTimeMilliseconds() }),
                })
            )
        )["lists"]!.AsArray();

        var met = new Dictionary<string, int>();
        for (var i = 0; i < cases.Count; i++)
        {
            for (var p = 0; p < RandomTown.Plates.Length; p++)
            {
                var expected = Expected(cases[i].Facts, cases[i].List, RandomTown.Plates[p], cases[i].Now);
                var answer = said[i]![p]!;
                Assert.Equal(expected, ((string)answer["code"]!, (string)answer["colour"]!));
                met[expected.Item1] = met.GetValueOrDefault(expected.Item1) + 1;
            }
        }

        Assert.All(
            ["listed", "list-old", "other-window", "not-listed", "no-clock"],
            code => Assert.True(met.GetValueOrDefault(code) >= 10, $"{code}: {met.GetValueOrDefault(code)} cases")
        );
    }

    [Fact]
    public async Task Without_a_trusted_clock_or_a_list_nothing_is_confirmed()
    {
        var fact = new RegisterFact(
            "XW-1",
            1,
            FactKind.Ordered,
            RandomTown.Midnight,
            new Permission
            {
                From = RandomTown.Midnight,
                To = RandomTown.Midnight.AddHours(2),
                Emergency = false,
                Trucks = [new TruckKey(Make.Stranger, PlateColour.Blue)],
                Sites = [new Area(Make.Site, 300)],
                Plant = new Area(Make.PlantPoint, 300),
                PlantCode = "P1",
                Town = SmallTown.TownA,
            }
        );
        var list = ReadOfflineList.ListOf(History.Of([fact]), RandomTown.Midnight, 1, "key", []);
        object Asked(ReadOfflineList.ListView? known, long? now) =>
            new { list = known, asked = new[] { new { plate = Make.Stranger, now } } };

        var said = (
            await page.Says(
                lists: new[]
                {
                    Asked(list, RandomTown.Midnight.ToUnixTimeMilliseconds()),
                    Asked(list, null),
                    Asked(null, RandomTown.Midnight.ToUnixTimeMilliseconds()),
                }
            )
        )["lists"]!.AsArray();

        Assert.Equal(
            ["listed green", "no-clock amber", "no-list amber"],
            said.Select(answers => $"{answers![0]!["code"]} {answers[0]!["colour"]}")
        );
    }

    [Theory]
    [InlineData("12345", "湘A12345")]
    [InlineData("1234", "(湘A1234)")]
    [InlineData("1234挂", "湘A1234挂")]
    [InlineData("12挂345", "湘A12345")]
    [InlineData("IO12345", "湘A12345")]
    [InlineData("123456", "湘A12345")]
    [InlineData("1234567890", "湘A12345 湘A67890")]
    [InlineData("12345<6", "湘A12345 湘A12346")]
    [InlineData("+12345", "(湘A12345)")]
    [InlineData("+12345F", "湘A12345F")]
    [InlineData("+D12345", "湘AD12345")]
    [InlineData("12345+67890K", "湘A12345 湘A67890K")]
    [InlineData("12345F", "湘A12345 湘A12345F")]
    [InlineData("12345~F1234", "湘A12345 湘AF1234")]
    [InlineData("+123451", "(湘A123451)")]
    [InlineData("ABC12", "(湘AABC12)")]
    public async Task The_keypad_asks_when_a_plate_is_whole_and_not_before(string keys, string asked)
    {
        var said = await page.Says(keys: new[] { keys });

        Assert.Equal(asked, (string?)said["keys"]![0]);
    }

    [Theory]
    [InlineData("https://example.org/r/XW-430181117-20261124-0001?w=ABC234", "XW-430181117-20261124-0001")]
    [InlineData(" xw-430181117-20261124-12345 ", "XW-430181117-20261124-12345")]
    [InlineData("DD-430181117-20261124-0001", "DD-430181117-20261124-0001")]
    [InlineData("https://example.org/x/XW-430181117-20261124-0001", null)]
    [InlineData("XW-430181117-20261124-1", null)]
    [InlineData("湘A12345", null)]
    public async Task A_receipts_code_is_read_for_its_number_alone(string code, string? number)
    {
        var said = await page.Says(numbers: new[] { code });

        Assert.Equal(number, (string?)said["numbers"]![0]);
    }

    /// <summary>
    /// Seconds: <c>wall</c> is the phone's clock, <c>steady</c> the one that cannot be set, <c>set</c> the service's word.
    /// </summary>
    [Theory]
    [InlineData("now", "-")]
    [InlineData("set 1000;wall 60;steady 60;now", "1060")]
    [InlineData("set 1000;wall 900;now", "1900")]
    [InlineData("wall 500;set 1000;wall 100;steady 60;now", "1060")]
    [InlineData("wall 500;set 1000;wall 800;visit;now", "1300")]
    [InlineData("wall 500;set 1000;wall 100;visit;now", "-")]
    [InlineData("wall 500;set 1000;wall 499;visit;now", "1000")]
    public async Task The_trusted_time_is_the_services_and_never_runs_backwards(string steps, string time)
    {
        var said = await page.Says(clocks: new[] { new { steps = steps.Split(';') } });

        Assert.Equal(
            time,
            (double?)said["clocks"]![0]![0] is { } seconds ? seconds.ToString(System.Globalization.CultureInfo.InvariantCulture) : "-"
        );
    }

    [Fact]
    public async Task Both_languages_have_every_word_of_the_page_and_the_same_keys()
    {
        var needed = (await page.Says())["words"]!.AsArray().Select(word => (string)word!).ToList();
        var (zh, en) = (Words("RoadsideTexts.resx"), Words("RoadsideTexts.en.resx"));

        Assert.True(needed.Count > 60);
        var verdicts = WireName<VerdictCode>.All.Select(code => $"word.{code}").ToList();
        Assert.Empty(needed.Except(zh.Keys).Except(verdicts));
        Assert.Equal(zh.Keys.Order(StringComparer.Ordinal), en.Keys.Order(StringComparer.Ordinal));
        Assert.All([.. zh.Values, .. en.Values], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.All(zh, word => Assert.Equal(Places(word.Value), Places(en[word.Key])));
        Assert.All(verdicts, word => Assert.Contains(word, needed));
    }

    private static (string, string) Expected(
        IReadOnlyList<RegisterFact> facts,
        ReadOfflineList.ListView list,
        string plate,
        DateTimeOffset now
    )
    {
        if (now < list.MadeAt.AddSeconds(-2))
        {
            return ("no-clock", "amber");
        }

        var isFiled = Judge.Verdict(History.Of(facts), new Question(plate, null, now)).Code == VerdictCode.Filed;
        return (isFiled, now - list.MadeAt <= Fresh) switch
        {
            (true, true) => ("listed", "green"),
            (true, false) => ("list-old", "amber"),
            _ => (list.Entries.Any(entry => entry.Plate == plate) ? "other-window" : "not-listed", "amber"),
        };
    }

    private static Dictionary<string, string> Words(string file) =>
        System
            .Xml.Linq.XDocument.Load(Path.Combine(Repository.Folder, "src", "Filing.Api", "Pages", file))
            .Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Places(string text) =>
        System
            .Text.RegularExpressions.Regex.Matches(text, @"\{[0-9]\}")
            .Select(match => match.Value)
            .Distinct()
            .Order(StringComparer.Ordinal);
}
