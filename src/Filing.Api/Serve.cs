using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Contracts.Delivery;
using FilingApi.Demo;
using FilingApi.Web;

namespace FilingApi;

/// <summary><c>./start</c>: serves the demo town on loopback until it is told to stop; with <c>ADMIN_PASSWORD</c> or <c>AMQP</c> an own town, empty at first, without demo accounts.</summary>
public static class Serve
{
    private const string PasswordFile = "demo-password";

    public static async Task<int> Run(string[] args)
    {
        if (args.Length > 0 && args[0] != "--production")
        {
            await Console.Error.WriteLineAsync(
                $"Unknown command '{args[0]}'. Commands: (none) to serve, --production, replay DIR, solve FILE, verify, backup DIR, restore DIR, parked, migrate."
            );
            return 2;
        }

        try
        {
            return args is ["--production", ..] ? await Production.ServeProduction.Run(args[1..], Console.Out, Console.Error) : await Run();
        }
        catch (Exception cannot) when (cannot is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(cannot.Message);
            return 1;
        }
    }

    private static async Task<int> Run()
    {
        var watch = Stopwatch.StartNew();
        var present = TimeProvider.System.GetUtcNow();
        var now = present.AddTicks(-(present.Ticks % TimeSpan.TicksPerMinute));
        var folder = DataFolder();
        var (admin, amqp) = (Given("ADMIN_PASSWORD"), Given("AMQP"));
        if (admin is not null || amqp is not null)
        {
            return await ServeOwnTown(
                folder,
                admin,
                amqp is null ? null : BrokerSettings.Parse("AMQP", amqp, Given("BROKER_WAITS"), Given("TOWNS")),
                watch
            );
        }

        var isNew = !File.Exists(Path.Combine(folder, "filing.db"));
        var password = Password(folder);
        var clock = new DemoClock(now - DemoTown.Since);
        if (!isNew)
        {
            clock.Release();
        }

        var app = await Service.Start(
            new ServiceSettings
            {
                DataFolder = folder,
                Url = $"http://{IPAddress.Loopback}:{Port()}",
                Clock = clock,
                AdminPassword = password,
                // The demo serves its owner alone: whoever measures it is not to be held up.
                Limits = Limits.FromEnvironment(Limits.None),
                PublicAddress = Given("PUBLIC_ADDRESS"),
                Demo = true,
            }
        );
        await using (app)
        {
            if (isNew)
            {
                Console.WriteLine("Preparing the demo town 永安镇 (once)…");
                try
                {
                    await DemoTown.Play(app, clock, password, now, app.Lifetime.ApplicationStopping);
                }
                catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
                {
                    await Console.Error.WriteLineAsync($"Stopped before the demo town was ready: remove {folder}, then start again.");
                    return 1;
                }
            }
            else
            {
                await DemoTown.SetPassword(app.Services, password, app.Lifetime.ApplicationStopping);
            }

            Console.WriteLine($"Ready in {watch.Elapsed.TotalSeconds:0.0} s: {app.Urls.First()}");
            Console.WriteLine($"Accounts: {string.Join(", ", DemoTown.Accounts)}");
            Console.WriteLine($"Password of all of them: {password}");
            Console.WriteLine("Ctrl-C stops.");
            await app.WaitForShutdownAsync();
        }

        return 0;
    }

    private static async Task<int> ServeOwnTown(string folder, string? adminPassword, BrokerSettings? broker, Stopwatch watch)
    {
        var app = await Service.Start(
            new ServiceSettings
            {
                DataFolder = folder,
                Url = $"http://{IPAddress.Loopback}:{Port()}",
                AdminPassword = adminPassword,
                Broker = broker,
                SqlServer = SqlServer(),
                Limits = Limits.FromEnvironment(new Limits()),
                PublicAddress = Given("PUBLIC_ADDRESS"),
            }
        );
        await using (app)
        {
            Console.WriteLine($"Ready in {watch.Elapsed.TotalSeconds:0.0} s: {app.Urls.First()}");
            await app.WaitForShutdownAsync();
        }

        return 0;
    }

    /// <summary>Named by the environment; null: files.</summary>
    private static string? SqlServer() =>
        Given("SQLSERVER") is not { } server ? null
        : Store.IsServer(server) ? server
        : throw new InvalidOperationException(
            "SQLSERVER cannot be used: it must be a connection string such as Server=…;Database=…;User Id=…;Password=…."
        );

    /// <summary><c>verify</c>, over the server or the folder that the environment names.</summary>
    public static int Verify(string[] args)
    {
        try
        {
            return Evidence.VerifyCommand.Run(args, SqlServer() ?? DataFolder(), Console.Out, Console.Error, !Console.IsErrorRedirected);
        }
        catch (Exception cannot) when (cannot is InvalidOperationException or System.Data.Common.DbException)
        {
            Console.Error.WriteLine(cannot.Message);
            return 1;
        }
    }

    /// <summary><c>Filing.Api migrate</c>: the deploy step.</summary>
    public static async Task<int> Migrate()
    {
        try
        {
            await Data.FilingStore.Migrate(
                SqlServer()
                    ?? throw new InvalidOperationException("SQLSERVER is not set: files are brought up to date by the start itself."),
                CancellationToken.None
            );
            Console.WriteLine("The store of the filing service is up to date.");
            return 0;
        }
        catch (Exception cannot) when (cannot is InvalidOperationException or System.Data.Common.DbException)
        {
            await Console.Error.WriteLineAsync(cannot.Message);
            return 1;
        }
    }

    /// <summary><c>./start parked</c>.</summary>
    public static async Task<int> Parked(string[] args)
    {
        try
        {
            return await Production.DeadLetterStores.Run(
                args,
                DataFolder(),
                SqlServer(),
                Given("AMQP") is { } amqp ? BrokerSettings.Parse("AMQP", amqp) : null,
                Console.Out,
                Console.Error
            );
        }
        catch (InvalidOperationException cannot)
        {
            await Console.Error.WriteLineAsync(cannot.Message);
            return 1;
        }
    }

    public static string DataFolder() => Path.GetFullPath(Given("DATA_DIR") ?? ".data");

    private static string? Given(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } given ? given : null;

    private static int Port() =>
        Environment.GetEnvironmentVariable("PORT") is not { Length: > 0 } text ? 5080
        : int.TryParse(text, out var port) && port is >= 0 and <= 65535 ? port
        : throw new InvalidOperationException($"PORT is '{text}': it must be a number from 0 to 65535.");

    /// <summary>Given by the environment, else made up once and kept beside the data for its owner's eyes only.</summary>
    private static string Password(string folder)
    {
        if (Given("DEMO_PASSWORD") is { } given)
        {
            return given;
        }

        var file = Path.Combine(folder, PasswordFile);
        if (File.Exists(file))
        {
            return File.ReadAllText(file).Trim();
        }

        Directory.CreateDirectory(folder);
        var password = $"Demo-{RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 8)}7";
        File.WriteAllText(file, password);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return password;
    }
}
