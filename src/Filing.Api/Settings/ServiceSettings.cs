using Contracts.Delivery;

namespace FilingApi.Settings;

/// <summary>Where and how one process of the service runs.</summary>
public sealed record ServiceSettings
{
    public required string DataFolder { get; init; }
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>False only for a replay's throw-away folder: commits are then not forced to the disk.</summary>
    public bool Durable { get; init; } = true;
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Creates the account <c>admin</c> with this password at start, if there is none.</summary>
    public string? AdminPassword { get; init; }

    /// <summary>Demo accounts may exist: only from <c>./start</c>, only on loopback.</summary>
    public bool Demo { get; init; }
    public bool Quiet { get; init; }
    public Limits Limits { get; init; } = new();

    /// <summary>Where others reach the service, for QR codes: <c>https://…</c>; null: as the request came.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>Hears every log line besides; for tests that look for what must not be in them.</summary>
    public ILoggerProvider? Listener { get; init; }

    /// <summary>Null: everything in this one process.</summary>
    public BrokerSettings? Broker { get; init; }

    /// <summary>Connection string of a SQL Server with the schema <c>filing</c>; null: files in the data folder.</summary>
    public string? SqlServer { get; init; }

    /// <summary>Other processes may use the same stores.</summary>
    public bool IsShared => Broker is not null;

    public const int LeastQuestionMonths = 6;
    public const int UsualLeastFreeMB = 200;

    /// <summary>How long the log of questions is kept; the law says six months at least.</summary>
    public int QuestionMonths { get; init; } = LeastQuestionMonths;

    /// <summary>Below it the disk is nearly full and writes are refused.</summary>
    public int LeastFreeMB { get; init; } = UsualLeastFreeMB;

    /// <summary>Tells the free space in the disk's place; for tests.</summary>
    public Func<long>? FreeBytes { get; init; }

    /// <summary>Null: the demo, a replay, a test.</summary>
    public ProductionSettings? Production { get; init; }

    public string File(string name) => Path.Combine(DataFolder, name);
}
