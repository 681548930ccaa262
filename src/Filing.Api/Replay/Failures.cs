namespace FilingApi.Replay;

/// <summary>The input is invalid: arguments, files or lines. The message is one sentence for the user.</summary>
public sealed class BrokenInputException(string message) : Exception(message);

/// <summary>The service failed in a way that no recorded day expects. The message is one sentence for the user.</summary>
public sealed class ReplayStoppedException(string message) : Exception(message);
