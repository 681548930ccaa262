using Contracts.Register;
using CsCheck;

namespace Contracts.Tests.Register;

/// <summary>R2: facts are only added, and what was answered stays answered.</summary>
public sealed class VerdictPropertyTests
{
    private static readonly DateTimeOffset Start = Make.At("00:00");

    private static readonly Gen<Permission> Bodies =
        from start in Gen.Int[0, 10]
        from hours in Gen.Int[1, 4]
        from emergency in Gen.Bool
        from colour in Gen.OneOfConst(PlateColour.Yellow, PlateColour.Blue)
        from atPlant in Gen.Bool
        select Make.Permission(
            Start.AddHours(start),
            Start.AddHours(start + hours),
            emergency,
            colour,
            site: atPlant ? Make.Plant : Make.Site
        );

    /// <summary>Acts of several numbers, each number's in order of time, mixed.</summary>
    private static readonly Gen<RegisterFact[]> Facts = Gen.Select(Gen.Int[0, 3], Gen.Enum<FactKind>(), Gen.Int[0, 8], Bodies)
        .Array[0, 16]
        .Select(acts =>
            acts.OrderBy(act => act.Item3)
                .GroupBy(act => act.Item1)
                .SelectMany(number =>
                    number.Select(
                        (act, i) =>
                            new RegisterFact(
                                $"N{number.Key}",
                                i + 1,
                                act.Item2,
                                Start.AddHours(act.Item3),
                                act.Item2 is FactKind.Submitted or FactKind.Ordered || i == 0 ? act.Item4 : null
                            )
                    )
                )
                .ToArray()
        );

    private static readonly Gen<Question> Questions =
        from at in Gen.Int[0, 16]
        from activity in Gen.Enum<Activity>()
        from point in Gen.OneOfConst(null, Make.Site, Make.Plant)
        from colour in Gen.OneOfConst<PlateColour?>(null, PlateColour.Yellow, PlateColour.Blue)
        select Make.Ask(Start.AddHours(at), activity, point, colour);

    [Fact]
    public void An_answer_for_a_past_moment_never_changes_when_later_facts_are_added() =>
        Gen.Select(Facts, Questions)
            .Sample(
                (facts, question) =>
                {
                    var known = facts.Where(fact => fact.At <= question.At).ToArray();

                    var then = Make.Judge(known, question);
                    var now = Make.Judge(facts, question);

                    Assert.Equal(Shape(then), Shape(now));
                }
            );

    [Fact]
    public void Order_and_repetition_of_facts_make_no_difference() =>
        (
            from facts in Facts
            from again in Gen.Shuffle(facts.Concat(facts.Where((_, i) => i % 2 == 0)).ToArray())
            from question in Questions
            select (facts, again, question)
        ).Sample(sample =>
        {
            var straight = Make.Judge(sample.facts, sample.question);
            var mixed = Make.Judge(sample.again, sample.question);

            Assert.Equal(Shape(straight), Shape(mixed));
        });

    [Fact]
    public void The_samples_meet_every_code()
    {
        var met = new System.Collections.Concurrent.ConcurrentDictionary<VerdictCode, int>();

        Gen.Select(Facts, Questions)
            .Sample(
                (facts, question) => met.AddOrUpdate(Make.Judge(facts, question).Code, 1, (_, n) => n + 1),
                iter: 20_000,
                seed: "0000000000000001"
            );

        Assert.Equal(Enum.GetValues<VerdictCode>(), met.Keys.Order());
    }

    private static string Shape(Verdict verdict) =>
        $"{verdict.Code} {verdict.Reason} "
        + $"{string.Join(',', verdict.Bases.Select(basis => $"{basis.Number}:{basis.Body.From:O}:{basis.EndReason}"))}";
}
