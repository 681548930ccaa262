using FilingApi;
using FilingApi.Evidence;
using FilingApi.Rehearsal;

if (args is ["replay", ..]) { return await ReplayCommand.Run(args[1..]); }

if (args is ["verify", ..]) { return VerifyCommand.Run(args[1..], Serve.DataFolder(), Console.Out, Console.Error, !Console.IsErrorRedirected); }

return await Serve.Run(args);
