using System.Globalization;
using Contracts.Register;
using DispatchWorker.Data;
using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Features.Accounts;
using FilingApi.Register;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarks.Service;

/// <summary>A hundred towns with an enterprise and a station each, and the filings of the last year, in both services' stores.</summary>
internal static class ManyTowns
{
    public const int Count = 100;
    private const int Chunk = 20_000;
    private const string Plant = "P1";

    public static string Town(int i) => string.Create(CultureInfo.InvariantCulture, $"430181{300 + i}");

    public static string Clerk(int i) => $"clerk{i}";

    public static string Station(int i) => $"station{i}";

    public static async Task Write(string folder, int trucks, int filings)
    {
        await using var app = await FilingApi.Service.Start(BigTown.Settings(folder, durable: false));
        await using var scope = app.Services.CreateAsyncScope();
        var contexts = scope.ServiceProvider.GetRequiredService<IDbContextFactory<FilingDb>>();
        await BigTown.Offices(contexts, scope.ServiceProvider);
        await Offices(contexts, scope.ServiceProvider);
        await BigTown.Insert(contexts, Enumerable.Range(0, trucks).Select(BigTown.Truck));
        var now = TimeProvider.System.GetUtcNow();
        for (var start = 0; start < filings; start += Chunk)
        {
            var chunk = Enumerable.Range(start, Math.Min(Chunk, filings - start)).Select(i => Make(i, trucks, filings, now)).ToList();
            await BigTown.Insert(contexts, chunk.Select(made => made.Filing));
            await BigTown.Insert(contexts, chunk.SelectMany(made => made.Filing.Trucks));
            await BigTown.Insert(contexts, chunk.SelectMany(made => made.Filing.TakeNewActs()));
            await BigTown.Insert(contexts, chunk.Select(made => Trip.Plan(made.Filing.Town, made.Filing.Number, 1, Plant)));
            var facts = chunk.SelectMany(made => made.Facts).ToList();
            await BigTown.Insert(contexts, facts.Select(FilingApi.Data.FactRow.Of));
            await BigTown.Insert(
                contexts,
                chunk.Select(made => new FactTruck
                {
                    Plate = made.Facts[0].Body!.Trucks[0].Plate,
                    Number = made.Filing.Number,
                    Seq = 1,
                })
            );
            var worker = scope.ServiceProvider.GetRequiredService<IDbContextFactory<DispatchDb>>();
            await BigTown.Insert(worker, facts.Select(DispatchWorker.Data.FactRow.Of));
            await BigTown.Insert(worker, facts.SelectMany(FactTruckRow.Of));
        }

        await app.StopAsync();
    }

    private static async Task Offices(IDbContextFactory<FilingDb> contexts, IServiceProvider services)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var (hasher, names, roster) = (
            services.GetRequiredService<IPasswordHasher<Account>>(),
            services.GetRequiredService<ILookupNormalizer>(),
            services.GetRequiredService<RosterIndex>()
        );
        db.Plants.Add(
            new Plant
            {
                Code = Plant,
                Name = "示例污水处理厂",
                Lat = 28.3,
                Lon = 113.3,
                RadiusM = 300,
                Accepts = [WasteKind.Septic],
            }
        );
        for (var i = 0; i < Count; i++)
        {
            db.Towns.Add(new Town { Code = Town(i), Name = $"示例镇{i}" });
            foreach (var (code, kind) in new[] { ($"E-{i}", "enterprise"), ($"S-{i}", "station") })
            {
                db.Organisations.Add(
                    new Organisation
                    {
                        Code = code,
                        Kind = kind,
                        Name = code,
                        Town = Town(i),
                        Qualifications = [],
                    }
                );
            }
        }

        await db.SaveChangesAsync();
        roster.Replace(RosterIndex.Read(db));
        for (var i = 0; i < Count; i++)
        {
            foreach (
                var (account, role, organisation) in new[] { (Clerk(i), Role.Enterprise, $"E-{i}"), (Station(i), Role.Station, $"S-{i}") }
            )
            {
                db.Users.Add(
                    CreateAccount.Make(
                        new CreateAccount.Request
                        {
                            Account = account,
                            Password = BigTown.Password,
                            Role = role,
                            Organisation = organisation,
                        },
                        roster.Now,
                        hasher,
                        names,
                        isDemo: false
                    )
                );
            }
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Spread over the last year, so that nearly all of them are long over.</summary>
    private static (Filing Filing, IReadOnlyList<RegisterFact> Facts) Make(int i, int trucks, int filings, DateTimeOffset now)
    {
        var at = now.AddDays(-365 + (362.0 * i / filings));
        var town = Town(i % Count);
        var (truck, actor) = (new TruckRef(BigTown.Plate(i % trucks), PlateColour.Yellow), new Actor(Clerk(i % Count), $"E-{i % Count}"));
        var body = new FilingBody
        {
            Kind = WasteKind.Septic,
            Site = new FilingSite { Name = "化粪池", Point = new GeoPoint(28.2, 113.2) },
            From = at.AddHours(1),
            To = at.AddHours(5),
            M3 = 8,
            Trips = 1,
            Trucks = [truck],
            Plant = Plant,
            Contact = new Contact("张三", "0731-83200001"),
        };
        var permission = new Permission
        {
            From = body.From,
            To = body.To,
            Emergency = false,
            Trucks = [truck.Key],
            PlantCode = Plant,
            Town = town,
            Sites = [new Area(body.Site.Point, 300)],
            Plant = new Area(new GeoPoint(28.3, 113.3), 300),
        };
        var filing = Filing.Draft(
            string.Create(CultureInfo.InvariantCulture, $"XW-{town}-{at:yyyyMMdd}-{i + 10_000:0000}"),
            "ABC234",
            town,
            actor.Organisation,
            body,
            at
        );
        filing.Submit(permission, at.AddHours(9), actor, at);
        filing.Record(null, null, [], actor, at.AddMinutes(20));
        return (filing, filing.TakeNewFacts());
    }
}
