using FilingApi;
using FilingApi.Rehearsal;

if (args is ["replay", ..]) { return await ReplayCommand.Run(args[1..]); }

return await Serve.Run(args);
