using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Contracts.Delivery;
using FilingApi.Demo;
using FilingApi.Settings;

namespace FilingApi;

/// <summary>
/// <c>./start</c>: serves the demo town on loopback until it is stopped; with <c>ADMIN_PASSWORD</c> or <c>AMQP</c> an own town,
/// empty at first, without demo accounts.
/// </summary>
public static class Serve
{
    private const string PasswordFile = "demo-password";
    private const int UsualPort = 5080;
    private const string UsualFolder = ".data";

    private static IConfiguration Variables => new ConfigurationBuilder().AddEnvironmentVariables().Build();

    public static async Task<int> Run(string[] args)
    {
        if (args.Length > 0 && args[0] != "--production")
        {
            await Console.Error.WriteLineAsync(
                $"Unknown command '{args[0]}'. Commands: (none) to serve, --production, replay DIR, solve FILE, verify, "
                    + "backup DIR, restore DIR, parked, migrate."
            );
            return 2;
        }

        try
        {
            return args is ["--production", ..] ? await ServeProduction.Run(args[1..], Console.Out, Console.Error) : await Run();
        }
        catch (Exception cannot) when (cannot is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(cannot.Message);
            return 1;
        }
    }

    /// <param name="environment">Its variables.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Everything that cannot be used.</exception>
    public static ServiceOptions Read(IConfiguration environment) =>
        ServiceOptions.Local.Read<ServiceOptions>(
            null,
            environment,
            new StoreRules<ServiceOptions>(ServiceOptions.Local),
            new ServiceRules(ServiceOptions.Local)
        );

    private static async Task<int> Run()
    {
        var watch = Stopwatch.StartNew();
        var options = Read(Variables);
        var settings = new ServiceSettings
        {
            DataFolder = FolderOf(options),
            Url = $"http://{IPAddress.Loopback}:{ServiceOptions.Number(options.Port) ?? UsualPort}",
            PublicAddress = options.PublicAddress,
        };
        return options is { AdminPassword: null, Broker: null }
            ? await ServeDemo(settings, options, watch)
            : await ServeOwnTown(settings, options, watch);
    }

    private static async Task<int> ServeDemo(ServiceSettings settings, ServiceOptions options, Stopwatch watch)
    {
        var present = TimeProvider.System.GetUtcNow();
        var now = present.AddTicks(-(present.Ticks % TimeSpan.TicksPerMinute));
        var isNew = !File.Exists(settings.File("filing.db"));
        var password = options.DemoPassword ?? KeptPassword(settings.File(PasswordFile));
        var clock = new DemoClock(now - DemoTown.Since);
        if (!isNew)
        {
            clock.Release();
        }

        var app = await Service.Start(
            settings with
            {
                Clock = clock,
                AdminPassword = password,
                // The demo serves its owner alone: whoever measures it is not to be held up.
                Limits = options.ToLimits(Limits.None),
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
                    await Console.Error.WriteLineAsync(
                        $"Stopped before the demo town was ready: remove {settings.DataFolder}, then start again."
                    );
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

    private static async Task<int> ServeOwnTown(ServiceSettings settings, ServiceOptions options, Stopwatch watch)
    {
        var app = await Service.Start(
            settings with
            {
                AdminPassword = options.AdminPassword,
                Broker = options.ToBroker(ServiceOptions.Local),
                SqlServer = options.SqlServer,
                Limits = options.ToLimits(new()),
            }
        );
        await using (app)
        {
            Console.WriteLine($"Ready in {watch.Elapsed.TotalSeconds:0.0} s: {app.Urls.First()}");
            await app.WaitForShutdownAsync();
        }

        return 0;
    }

    /// <summary><c>verify</c>, over the server or the folder that the environment names.</summary>
    public static int Verify(string[] args)
    {
        try
        {
            var store = Store();
            return Production.VerifyCommand.Run(
                args,
                store.SqlServer ?? FolderOf(store),
                Console.Out,
                Console.Error,
                !Console.IsErrorRedirected
            );
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
                Store().SqlServer
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
        var store = Store();
        return await DeadLetterStores.Run(
            args,
            FolderOf(store),
            store.SqlServer,
            store.ToBroker(StoreOptions.Alone),
            Console.Out,
            Console.Error
        );
    }

    public static string DataFolder() => FolderOf(Store());

    private static StoreOptions Store() =>
        StoreOptions.Alone.Read<StoreOptions>(null, Variables, new StoreRules<StoreOptions>(StoreOptions.Alone));

    private static string FolderOf(StoreOptions options) => Path.GetFullPath(options.DataFolder ?? UsualFolder);

    /// <summary>Made up once and kept beside the data for its owner's eyes only.</summary>
    private static string KeptPassword(string file)
    {
        if (File.Exists(file))
        {
            return File.ReadAllText(file).Trim();
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var password = $"Demo-{RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 8)}7";
        File.WriteAllText(file, password);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return password;
    }
}
