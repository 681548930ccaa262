using System.Globalization;
using System.Security.Cryptography;

namespace EndToEnd.Tests.Running;

/// <summary>
/// The only way to create data here: a town with its offices, two enterprises, one hauler, and as many trucks as a test needs.
/// </summary>
internal static class Make
{
    public const string Clerk = "clerk";
    public const string Clerk2 = "clerk2";
    public const string Station = "station";
    public const string Squad = "squad";
    public const string Camera = "camera";
    private const string Admin = "admin";
    private const string TownCode = "430181117";
    private const int AtOnce = 8;

    /// <summary>One random password for all accounts of a run.</summary>
    public static string Password { get; } = $"Aa1!{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";

    public static string Plate(int number) => string.Create(CultureInfo.InvariantCulture, $"湘A{number:00000}");

    public static DateTimeOffset Now()
    {
        // Whole milliseconds, as the service keeps them.
        var now = TimeProvider.System.GetUtcNow();
        return DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
    }

    /// <summary>A filing for one truck; all filings are at one place, so trucks may meet without conflict.</summary>
    public static object Filing(string plate) =>
        new
        {
            kind = "septic",
            site = new { name = "示例作业点", point = new { lat = 28.2, lon = 113.2 } },
            from = Now().AddHours(-1),
            to = Now().AddHours(20),
            m3 = 5,
            trips = 1,
            trucks = new[] { new { plate, colour = "yellow" } },
            plant = "P1",
            contact = new { name = "张三", phone = "19900000000" },
            submit = true,
        };

    public static object Sighting(string id, string plate, string? vehicle = null) =>
        new
        {
            id,
            source = "camera",
            device = "K1",
            plate,
            at = Now(),
            confidence = 0.97,
            vehicle,
        };

    /// <summary>Creates it through the administrator's API, as a real town does.</summary>
    public static async Task World(Client client, int trucks)
    {
        await client.TakeToken(Admin);
        await client.Create(Admin, "towns", new { code = TownCode, name = "永安镇" });
        foreach (
            var (code, kind) in new[] { ("T1", "station"), ("T3", "squad"), ("E1", "enterprise"), ("E2", "enterprise"), ("H1", "hauler") }
        )
        {
            await client.Create(
                Admin,
                "organisations",
                new
                {
                    code,
                    kind,
                    name = $"示例 {code}",
                    town = TownCode,
                }
            );
        }

        await client.Create(
            Admin,
            "plants",
            new
            {
                code = "P1",
                name = "示例污水处理厂",
                point = new { lat = 28.3, lon = 113.3 },
                radiusM = 300,
                accepts = new[] { "septic" },
            }
        );
        await Parallel.ForEachAsync(
            Enumerable.Range(1, trucks),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) =>
                await client.Create(
                    Admin,
                    "trucks",
                    new
                    {
                        plate = Plate(number),
                        colour = "yellow",
                        owner = "H1",
                        tankM3 = 8,
                        payloadT = 8,
                        papersUntil = "2099-12-31",
                    }
                )
        );
        foreach (
            var (account, role, organisation) in new[]
            {
                (Clerk, "enterprise", "E1"),
                (Clerk2, "enterprise", "E2"),
                (Station, "station", "T1"),
                (Squad, "squad", "T3"),
                (Camera, "device", "T3"),
            }
        )
        {
            await client.Create(
                Admin,
                "accounts",
                new
                {
                    account,
                    password = Password,
                    role,
                    organisation,
                }
            );
            await client.TakeToken(account);
        }
    }
}
