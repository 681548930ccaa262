using Contracts.Delivery;
using Microsoft.Extensions.Options;

namespace DispatchWorker.Settings;

internal sealed class WorkerRules(bool needsBroker) : IValidateOptions<WorkerOptions>
{
    public ValidateOptionsResult Validate(string? name, WorkerOptions options)
    {
        var faults = new SettingFaults(WorkerOptions.Settings);
        if (options is { SqlServer: null, DataFolder: null })
        {
            faults.Add("dataFolder", "is missing: the folder of the worker's store, unless 'sqlServer' names a server.");
        }

        if (needsBroker && options.Broker is null)
        {
            faults.Add("broker", "is missing: the broker's address, such as amqp://user:password@host:5672/.");
        }

        if (options.RunGrace is { } grace && options.ToRunGrace() is null)
        {
            faults.Add("runGrace", $"is '{grace}': it must be a time such as 00:01:00.");
        }

        return faults.Result;
    }
}
