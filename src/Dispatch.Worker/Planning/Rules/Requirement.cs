using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Rules;

/// <summary>Something that must hold of every finished plan. A new one is one file: <see cref="All"/> finds it.</summary>
internal abstract class Requirement
{
    /// <summary>Every requirement of this assembly, by code.</summary>
    public static IReadOnlyList<Requirement> All { get; } =
    [
        .. typeof(Requirement)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Requirement)) && !type.IsAbstract)
            .Select(type => (Requirement)Activator.CreateInstance(type)!)
            .OrderBy(requirement => requirement.Code, StringComparer.Ordinal),
    ];

    public abstract string Code { get; }

    /// <summary>What is wrong when it does not hold, in a few words; also its meaning in README.md.</summary>
    public abstract Words Name { get; }

    /// <summary>One English sentence per violation: who, where and by how much.</summary>
    public abstract IEnumerable<string> Broken(Review review);
}
