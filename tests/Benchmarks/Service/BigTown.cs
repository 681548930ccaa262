using System.Globalization;
using Contracts.Delivery;
using Contracts.Register;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Accounts;
using FilingApi.Register;
using FilingApi.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Service;

/// <summary>A store of a province's size, written straight into the tables: what is measured is the service over it.</summary>
internal static class BigTown
{
    private const int Chunk = 20_000;
    public const string Town = "430181117";
    public const string Password = "Bench-2026-!a";

    /// <summary>Plates that are on the roster, one truck each.</summary>
    public static string Plate(int i) => string.Create(CultureInfo.InvariantCulture, $"湘{(char)('A' + (i / 100_000))}{i % 100_000:00000}");

    public static ServiceSettings Settings(string folder, bool durable = true) =>
        new()
        {
            DataFolder = folder,
            Durable = durable,
            Quiet = true,
            AdminPassword = Password,
            Limits = FilingApi.Settings.Limits.None,
        };

    /// <summary>
    /// Trucks, offices and accounts; <paramref name="entries"/> filings on record whose windows cover today or lie near it.
    /// </summary>
    public static async Task Write(string folder, int trucks, int entries)
    {
        await using (var app = await FilingApi.Service.Start(Settings(folder, durable: false)))
        {
            await using var scope = app.Services.CreateAsyncScope();
            var contexts = scope.ServiceProvider.GetRequiredService<IDbContextFactory<FilingDb>>();
            await Offices(contexts, scope.ServiceProvider);
            await Insert(contexts, Enumerable.Range(0, trucks).Select(Truck));
            var now = TimeProvider.System.GetUtcNow();
            await Insert(contexts, Enumerable.Range(0, entries).SelectMany(i => Filed(i, trucks, now)).Select(FactRow.Of));
            await Insert(
                contexts,
                Enumerable
                    .Range(0, entries)
                    .Select(i => new FactTruck
                    {
                        Plate = Plate(i % trucks),
                        Number = Number(i),
                        Seq = 1,
                    })
            );
            await app.StopAsync();
        }
    }

    public static async Task Offices(IDbContextFactory<FilingDb> contexts, IServiceProvider services)
    {
        await using var db = await contexts.CreateDbContextAsync();
        db.Towns.Add(new Town { Code = Town, Name = "永安镇" });
        foreach (var (code, kind) in new[] { ("T1", "station"), ("T3", "squad"), ("E1", "enterprise"), ("H1", "hauler") })
        {
            db.Organisations.Add(
                new Organisation
                {
                    Code = code,
                    Kind = kind,
                    Name = code,
                    Town = Town,
                    Qualifications = [],
                }
            );
        }

        var (hasher, names) = (services.GetRequiredService<IPasswordHasher<Account>>(), services.GetRequiredService<ILookupNormalizer>());
        foreach (var (account, role, organisation) in new[] { ("squad", Role.Squad, "T3"), ("camera", Role.Device, "T3") })
        {
            var request = new CreateAccount.Request
            {
                Account = account,
                Password = Password,
                Role = role,
                Organisation = organisation,
            };
            db.Users.Add(CreateAccount.Make(request, services.GetRequiredService<RosterIndex>().Now, hasher, names, isDemo: false));
        }

        await db.SaveChangesAsync();
    }

    public static Truck Truck(int i) =>
        new()
        {
            Plate = Plate(i),
            Colour = PlateColour.Yellow,
            Owner = "H1",
            TankM3 = 10,
            PayloadT = 10,
            PapersUntil = new DateOnly(2030, 1, 1),
        };

    private static string Number(int i) => string.Create(CultureInfo.InvariantCulture, $"XW-{Town}-20260101-{i:0000}");

    private static IEnumerable<RegisterFact> Filed(int i, int trucks, DateTimeOffset now)
    {
        var number = Number(i);
        var plate = Plate(i % trucks);
        var from = now.AddHours(-12 + (i / trucks * 13));
        var body = new Permission
        {
            From = from,
            To = from.AddHours(12),
            Emergency = false,
            Trucks = [new TruckKey(plate, PlateColour.Yellow)],
            PlantCode = "P1",
            Town = Town,
            Sites = [new Area(new GeoPoint(28.2, 113.2), 300)],
            Plant = new Area(new GeoPoint(28.3, 113.3), 300),
        };
        yield return new RegisterFact(number, 1, FactKind.Submitted, now.AddDays(-2), body);
        yield return new RegisterFact(number, 2, FactKind.Recorded, now.AddDays(-1), null);
    }

    public static async Task Insert<TDb, T>(IDbContextFactory<TDb> contexts, IEnumerable<T> rows)
        where TDb : DbContext
        where T : class
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        foreach (var chunk in rows.Chunk(Chunk))
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.InsertAll(chunk, default);
            await transaction.CommitAsync();
        }
    }
}
