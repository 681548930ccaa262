namespace Mutation;

/// <summary>One member of the domain that answers nothing. Its number switches it on in the scratch copy.</summary>
internal sealed record Mutant(int Number, string Name);
