using System.Security.Cryptography;
using System.Text.Json;

namespace FilingApi.Replay;

/// <summary>Creates the world of a day through the admin API, the way a real town is set up.</summary>
public sealed class CreateWorld(Caller caller)
{
    public const string Admin = "admin";

    private static readonly string[] Organisation = ["code", "kind", "name", "uscc", "phone", "qualifications"];
    private static readonly string[] Plant = ["code", "name", "point", "datum", "radiusM", "opens", "closes", "accepts"];
    private static readonly string[] Truck = ["plate", "colour", "owner", "tankM3", "payloadT", "papersUntil"];
    private static readonly string[] Depot = ["code", "name", "point", "datum"];

    /// <summary>Random, and long and mixed enough for the password rules.</summary>
    public static string NewPassword() => $"Aa1!{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";

    /// <param name="world">What to create.</param>
    /// <param name="adminPassword">Password of the account <c>admin</c>.</param>
    /// <param name="cancel">Cancels the calls.</param>
    /// <param name="password">For every account; null: a random one for each.</param>
    public async Task Run(World world, string adminPassword, CancellationToken cancel, string? password = null)
    {
        await caller.TakeToken(Admin, adminPassword, cancel);
        await Make("towns", JsonSerializer.SerializeToUtf8Bytes(world.Town, JsonSerializerOptions.Web), world.Town.Code, cancel);
        foreach (var organisation in world.Organisations)
        {
            await Make(
                "organisations",
                Json.Pick(organisation, Organisation, ("town", organisation.Text("town") ?? world.Town.Code)),
                organisation.Text("code"),
                cancel
            );
        }

        foreach (var plant in world.Plants)
        {
            await Make("plants", Json.Pick(plant, Plant), plant.Text("code"), cancel);
        }

        foreach (var truck in world.Trucks)
        {
            await Make("trucks", Json.Pick(truck, Truck), truck.Text("plate"), cancel);
        }

        foreach (var depot in world.Depots)
        {
            await Make("depots", Json.Pick(depot, Depot), depot.Text("code"), cancel);
        }

        if (world.Places.Count > 0)
        {
            var table = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', ["name,kind,lat,lon", .. world.Places]));
            var answer = await caller.PostTable(Admin, "imports/places", table, cancel);
            if (!answer.Done)
            {
                throw new ReplayStoppedException($"The service does not take the places of world.json: {answer.Sentence}");
            }
        }

        // Hashing a password is slow on purpose (close to 100 ms), so the accounts are created in parallel.
        await Parallel.ForEachAsync(
            world.Accounts.Where(account => account.Account != Admin),
            cancel,
            async (account, stop) => await Make(account, password ?? NewPassword(), stop)
        );
    }

    private async Task Make(AccountOfDay account, string password, CancellationToken cancel)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                account.Account,
                password,
                account.Role,
                account.Organisation,
            },
            JsonSerializerOptions.Web
        );
        await Make("accounts", body, account.Account, cancel);
        await caller.TakeToken(account.Account, password, cancel);
    }

    private async Task Make(string list, byte[] body, string? name, CancellationToken cancel)
    {
        var answer = await caller.Post(Admin, list, body, cancel);
        if (answer.Status != 201)
        {
            throw new ReplayStoppedException(
                $"The service does not take {name} of world.json into {list}: {answer.Code}, {answer.Sentence}"
            );
        }
    }
}
