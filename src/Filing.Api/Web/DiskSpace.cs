using FilingApi.Domain;
using FilingApi.Settings;

namespace FilingApi.Web;

/// <summary>The free space on the data folder's disk, checked every few seconds. Tests replace the check.</summary>
public sealed class DiskSpace(ServiceSettings settings)
{
    private const long Megabyte = 1024 * 1024;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private long _at;
    private long? _free;

    public long LeastMB => settings.LeastFreeMB;

    public long FreeMB
    {
        get
        {
            lock (_gate)
            {
                // A test's value is read every time, the disk only every few seconds.
                if (settings.FreeBytes is { } told)
                {
                    return told() / Megabyte;
                }

                if (_free is null || TimeProvider.System.GetElapsedTime(_at) > Fresh)
                {
                    (_at, _free) = (TimeProvider.System.GetTimestamp(), new DriveInfo(settings.DataFolder).AvailableFreeSpace / Megabyte);
                }

                return _free.Value;
            }
        }
    }

    public bool IsNearlyFull => FreeMB < LeastMB;
}

/// <summary>Refuses writes when the disk is nearly full, before anything could be half-written; signing in and reading go on.</summary>
public sealed class RefuseWhenFull(RequestDelegate next, DiskSpace disk)
{
    public Task Invoke(HttpContext http)
    {
        var isWrite =
            !HttpMethods.IsGet(http.Request.Method)
            && !HttpMethods.IsHead(http.Request.Method)
            && !HttpMethods.IsOptions(http.Request.Method);
        if (
            !isWrite
            || http.Request.Path.Equals("/api/v1/tokens", StringComparison.OrdinalIgnoreCase)
            || http.Request.Path.StartsWithSegments("/signin")
            || !disk.IsNearlyFull
        )
        {
            return next(http);
        }

        if (http.WantsPage())
        {
            http.Response.StatusCode = Refusals.DiskFull.Status;
            return Task.CompletedTask;
        }

        return Problems.Of([Refusals.DiskFull.With(disk.FreeMB, disk.LeastMB)], Caller.LanguageOf(http.Request)).ExecuteAsync(http);
    }
}
