using DispatchWorker.Planning;
using FilingApi;
using FilingApi.Production;
using FilingApi.Replay;

if (args is ["replay", ..])
{
    return await ReplayCommand.Run(args[1..]);
}

if (args is ["solve", ..])
{
    return SolveCommand.Run(args[1..]);
}

switch (args)
{
    case ["backup", ..]:
        return BackupCommand.Run(args[1..], Serve.DataFolder(), Console.Out, Console.Error);
    case ["migrate"]:
        return await Serve.Migrate();
    case ["parked", ..]:
        return await Serve.Parked(args[1..]);
    case ["verify", ..]:
        return Serve.Verify(args[1..]);
    case ["restore", ..]:
        return RestoreCommand.Run(args[1..], Serve.DataFolder(), Console.Out, Console.Error);
}

return await Serve.Run(args);
