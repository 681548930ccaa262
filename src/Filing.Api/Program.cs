if (args is ["solve", ..]) { return DispatchWorker.Planning.SolveCommand.Run(args[1..]); }
return 0;
