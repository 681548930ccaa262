using Microsoft.Extensions.Options;

namespace Contracts.Delivery;

/// <summary>The settings of store and broker, as text, so that all unusable values are reported at once.</summary>
public class StoreOptions
{
    public static readonly IReadOnlyList<SettingName> Names =
    [
        new("dataFolder", "VACUUM_DATA_FOLDER", "DATA_DIR", "Storage:Folder"),
        new("sqlServer", "VACUUM_SQL_SERVER", "SQLSERVER", "Storage:SqlServer"),
        new("broker", "VACUUM_BROKER", "AMQP", "Transport:Amqp"),
        new("brokerWaits", "VACUUM_BROKER_WAITS", "BROKER_WAITS", "Transport:Waits"),
        new("towns", "VACUUM_TOWNS", "TOWNS"),
    ];

    /// <summary>For commands that need no other settings.</summary>
    public static readonly SettingNames Alone = new(Names);

    public string? DataFolder { get; set; }

    /// <summary>Connection string of a SQL Server; null: files in the data folder.</summary>
    public string? SqlServer { get; set; }

    /// <summary>Every node's address, separated by commas; null: no broker.</summary>
    public string? Broker { get; set; }

    /// <summary>Seconds, separated by commas.</summary>
    public string? BrokerWaits { get; set; }

    /// <summary>Town codes, separated by commas.</summary>
    public string? Towns { get; set; }

    /// <exception cref="InvalidOperationException">A value is not usable; the message says why.</exception>
    public BrokerSettings? ToBroker(SettingNames names) =>
        Broker is null ? null : BrokerSettings.Parse(names.Call("broker"), Broker, BrokerWaits, Towns);
}

/// <summary>Checks that the server is a connection string and every broker node an address.</summary>
public sealed class StoreRules<T>(SettingNames names) : IValidateOptions<T>
    where T : StoreOptions
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var faults = new SettingFaults(names);
        if (options.SqlServer is { } server && !Store.IsServer(server))
        {
            faults.Add("sqlServer", "cannot be used: it must be a connection string such as Server=…;Database=…;User Id=…;Password=….");
        }

        try
        {
            _ = options.ToBroker(names);
        }
        catch (InvalidOperationException fault)
        {
            faults.AddSentence(fault.Message);
        }

        return faults.Result;
    }
}
