using DispatchWorker.Planning.Model;
using DispatchWorker.Planning.Rules;
using DispatchWorker.Planning.Travel;

namespace DispatchWorker.Planning;

/// <summary>The sentence says who breaks the rule, where and by how much.</summary>
public sealed record Violation(string Code, string Sentence);

/// <summary>Derives everything in a finished plan again from its visits, requirement by requirement. It shares no code with the
/// search, so an error there cannot hide here. A plan with a violation is never published.</summary>
public static class PlanChecker
{
    public static IReadOnlyList<Violation> Check(Problem problem, Plan plan, ITravelTimes? travel = null)
    {
        var review = new Review(problem, plan, travel ?? new EmbeddedTravelTimes());
        return
        [
            .. Requirement.All.SelectMany(requirement =>
                requirement.Broken(review).Select(sentence => new Violation(requirement.Code, sentence))
            ),
        ];
    }
}
