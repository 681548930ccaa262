namespace FilingApi;

/// <summary>Where and how one process of the service runs.</summary>
public sealed record ServiceSettings
{
    public required string DataFolder { get; init; }
    public string Url { get; init; } = "http://127.0.0.1:0";
    public bool Durable { get; init; } = true;
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Creates the account `admin` with this password at start.</summary>
    public string? AdminPassword { get; init; }

    public bool Quiet { get; init; }
}

/// <summary>Stand-in for the seam that the replay is written against: it listens and knows nothing.</summary>
public static class Service
{
    public static async Task<WebApplication> Start(ServiceSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(settings.Url);
        if (settings.Quiet) { builder.Logging.ClearProviders(); }

        builder.Services.AddSingleton<Settling>();
        var app = builder.Build();
        await app.StartAsync();
        return app;
    }
}

/// <summary>Stand-in: nothing is ever in flight.</summary>
public sealed class Settling
{
    private readonly Task _settled = Task.CompletedTask;

    public Task Settle(CancellationToken cancel) => _settled.WaitAsync(cancel);
}
