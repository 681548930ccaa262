namespace Browser.Tests.Running;

/// <summary>Tests that measure time run alone.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
