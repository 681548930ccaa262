if (args is ["replay", ..]) { return await FilingApi.Rehearsal.ReplayCommand.Run(args[1..]); }

return 0;
