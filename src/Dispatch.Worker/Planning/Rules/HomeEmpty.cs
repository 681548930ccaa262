using DispatchWorker.Planning.Model;

namespace DispatchWorker.Planning.Rules;

/// <summary>The tank is empty when the truck goes home, unless the problem allows a load.</summary>
internal sealed class HomeEmpty : Rule
{
    public override string Code => "DSP-111";

    public override Words Name => new("车辆须空罐回场", "trucks must come home empty");

    public override bool ForAll => true;

    public override IEnumerable<string> Broken(Review review) =>
        from day in review.Days
        let last = day.Loads().LastOrDefault()
        where review.Problem.MustEndEmpty && last.After > Review.Tolerance
        select $"{day.Truck.Id} would come home with {last.After:0.###} m³ on board";

    public override Problem? Relax(Problem problem, Job job) => problem.MustEndEmpty ? problem with { MustEndEmpty = false } : null;

    public override Words Sentence(Obstacle obstacle) => new("回场前来不及卸空", "there is no time to empty before going home");

    public override Words Help(Obstacle obstacle) => obstacle.At("载着回场", "home with the load on board");
}
