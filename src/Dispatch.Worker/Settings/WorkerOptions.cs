using System.Globalization;
using Contracts.Delivery;

namespace DispatchWorker.Settings;

/// <summary>What can be set of the worker, as it was given.</summary>
internal sealed class WorkerOptions : StoreOptions
{
    public static readonly SettingNames Settings = new([
        .. Names,
        new("listen", "VACUUM_LISTEN", "Listen"),
        new("runGrace", "VACUUM_RUN_GRACE", "Runs:Grace"),
    ]);

    public string? Listen { get; set; }
    public string? RunGrace { get; set; }

    /// <summary>Null: it is no span of time.</summary>
    public TimeSpan? ToRunGrace() =>
        TimeSpan.TryParse(RunGrace, CultureInfo.InvariantCulture, out var grace) && grace >= TimeSpan.Zero ? grace : null;

    /// <summary>Connection string of a server, or the path of its file.</summary>
    public string ToStore() => SqlServer ?? Path.Combine(DataFolder!, "dispatch.db");
}
