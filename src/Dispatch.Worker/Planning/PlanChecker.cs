using DispatchWorker.Planning.Model;
using DispatchWorker.Planning.Rules;
using DispatchWorker.Planning.Travel;

namespace DispatchWorker.Planning;

/// <summary>The sentence says who breaks the rule, where and by how much.</summary>
public sealed record Violation(string Code, string Sentence);

/// <summary>Re-derives a finished plan from its visits, rule by rule. It knows the problem and the plan and nothing of the search,
/// so a wrong sum there cannot be wrong here too. A plan with a violation is never published.</summary>
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
