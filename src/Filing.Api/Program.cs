using Contracts.Delivery;
using FilingApi;
using FilingApi.Production;
using FilingApi.Replay;
using Microsoft.Extensions.Options;

try
{
    return args switch
    {
        ["replay", .. var rest] => await ReplayCommand.Run(rest, Service.Start),
        ["solve", .. var rest] => EmbeddedWorker.Solve(rest),
        ["backup", .. var rest] => BackupCommand.Run(rest, Serve.DataFolder(), Console.Out, Console.Error),
        ["migrate"] => await Serve.Migrate(),
        ["parked", .. var rest] => await Serve.Parked(rest),
        ["verify", .. var rest] => Serve.Verify(rest),
        ["restore", .. var rest] => RestoreCommand.Run(rest, Serve.DataFolder(), Console.Out, Console.Error),
        _ => await Serve.Run(args),
    };
}
catch (OptionsValidationException unusable)
{
    await Console.Error.WriteLineAsync(SettingNames.Say("The service", unusable));
    return 1;
}
