using DispatchWorker.Planning;
using FilingApi;
using FilingApi.Rehearsal;

if (args is ["replay", ..]) { return await ReplayCommand.Run(args[1..]); }

if (args is ["solve", ..]) { return SolveCommand.Run(args[1..]); }

return await Serve.Run(args);
