namespace Browser.Tests.Running;

/// <summary>What measures time runs when nothing else does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
