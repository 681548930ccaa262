using System.Security.Cryptography;
using System.Text.Json;

namespace FilingApi.Replay;

/// <summary>Makes the world of a day through the admin's own API, so that a day starts as a town would.</summary>
public sealed class CreateWorld(Caller caller)
{
    public const string Admin = "admin";

    private static readonly string[] Organisation = ["code", "kind", "name", "uscc", "phone", "qualifications"];
    private static readonly string[] Plant = ["code", "name", "point", "datum", "radiusM", "opens", "closes", "accepts"];
    private static readonly string[] Truck = ["plate", "colour", "owner", "tankM3", "payloadT", "papersUntil"];
    private static readonly string[] Depot = ["code", "name", "point", "datum"];

    /// <summary>At least 10 characters with upper, lower, digit and sign; guessed by nobody while the replay runs.</summary>
    public static string NewPassword() => $"Aa1!{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";

    /// <param name="world">What there is.</param>
    /// <param name="adminPassword">Of the account <c>admin</c>.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="password">For every account; null gives each one of its own that nobody knows.</param>
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

        // A password takes a good part of a tenth of a second to hash, on purpose; so they go beside each other.
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
