namespace FilingApi.Replay;

/// <summary>What the caller gave cannot be used: arguments, files, lines. The message is one sentence for a person.</summary>
public sealed class BrokenInputException(string message) : Exception(message);

/// <summary>The service failed in a way that no day contains, so the replay cannot go on. The message is one sentence for a person.</summary>
public sealed class ReplayStoppedException(string message) : Exception(message);
