using FilingApi.Replay;
using FilingApi.Settings;

namespace FilingApi.Tests;

/// <summary>
/// A small town and its neighbour, created once through the admin's API: two enterprises, two haulers, three plants, trucks, and an
/// account of every role. Password hashing is slow on purpose, so every test service starts from a copy of this folder; its tokens stay
/// valid, as after any restart.
/// </summary>
public sealed class SmallTown
{
    public const string TownA = "430181117";
    public const string TownB = "430181118";
    public const string Password = "Correct-horse-7";

    /// <summary>A Monday.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 6, 0, 0, TimeSpan.FromHours(8));

    private static readonly Lazy<Task<SmallTown>> Once = new(Make);
    private readonly string _folder = Directory.CreateTempSubdirectory("world-").FullName;
    private readonly Dictionary<string, string> _tokens = [];

    private SmallTown() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(_folder, recursive: true);

    public static Task<SmallTown> Made => Once.Value;

    public string TokenOf(string account) => _tokens[account];

    public void CopyTo(string folder)
    {
        foreach (
            var file in Directory
                .EnumerateFiles(_folder)
                .Where(file => !file.EndsWith("lock", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal))
        )
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    private static async Task<SmallTown> Make()
    {
        var world = new SmallTown();
        await using var app = await Service.Start(
            new ServiceSettings
            {
                DataFolder = world._folder,
                Durable = false,
                Clock = new VirtualClock(Start),
                AdminPassword = Password,
                Quiet = true,
            }
        );
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var address = new Uri($"{app.Urls.First()}/api/v1/");
        var anyone = new Api(http, () => address, null);
        await world.TakeToken(anyone, "admin");
        await Fill(new Api(http, () => address, world.TokenOf("admin")));
        foreach (var (account, role, organisation) in Tests.Make.Accounts)
        {
            await new Api(http, () => address, world.TokenOf("admin"))
                .Post(
                    "accounts",
                    new
                    {
                        account,
                        password = Password,
                        role,
                        organisation,
                    }
                )
                .MustBe(201);
            await world.TakeToken(anyone, account);
        }

        await app.StopAsync();
        return world;
    }

    private async Task TakeToken(Api anyone, string account) =>
        _tokens[account] = (await anyone.Post("tokens", new { account, password = Password }).MustBe(200))["token"]!;

    private static async Task Fill(Api admin)
    {
        await admin.Post("towns", new { code = TownA, name = "永安镇" }).MustBe(201);
        await admin.Post("towns", new { code = TownB, name = "洞阳镇" }).MustBe(201);
        foreach (var organisation in Tests.Make.Organisations)
        {
            await admin.Post("organisations", organisation).MustBe(201);
        }

        foreach (var plant in Tests.Make.Plants)
        {
            await admin.Post("plants", plant).MustBe(201);
        }

        foreach (var truck in Tests.Make.Trucks)
        {
            await admin.Post("trucks", truck).MustBe(201);
        }
    }
}

internal static class Replies
{
    /// <summary>For steps that only arrange.</summary>
    public static async Task<Reply> MustBe(this Task<Reply> reply, int status) => (await reply).Must(status);
}
