using Contracts.Register;
using static Contracts.Register.FactKind;

namespace Contracts.Tests.Register;

/// <summary>When several things hold, the first of R3 wins; and what a verdict rests on.</summary>
public sealed class VerdictOrderTests
{
    private static readonly DateTimeOffset Eleven = Make.At("11:00");
    private static readonly Permission Later = Make.Permission(Make.At("13:00"), Make.At("14:00"));
    private static readonly Permission Earlier = Make.Permission(Make.At("07:00"), Make.At("08:00"));

    /// <summary>One number for each code, in the order of R3; asked while working at the plant.</summary>
    private static readonly (VerdictCode Code, RegisterFact[] Facts)[] Ladder =
    [
        (VerdictCode.Filed, Make.Facts("N0", Make.Permission(site: Make.Plant), (Submitted, "05:00"), (Recorded, "06:00"))),
        (VerdictCode.WrongPlace, Make.Facts("N1", Make.Permission(), (Submitted, "05:00"), (Recorded, "06:00"))),
        (VerdictCode.Emergency, Make.Facts("N2", Make.Permission(emergency: true), (Submitted, "05:00"))),
        (VerdictCode.Pending, Make.Facts("N3", Make.Permission(), (Submitted, "05:00"))),
        (VerdictCode.Revoked, Make.Facts("N4", Make.Permission(), (Submitted, "05:00"), (Recorded, "06:00"), (Revoked, "07:00"))),
        (VerdictCode.Completed, Make.Facts("N5", Make.Permission(), (Submitted, "05:00"), (Recorded, "06:00"), (Completed, "07:00"))),
        (VerdictCode.Returned, Make.Facts("N6", Make.Permission(), (Submitted, "05:00"), (Returned, "06:00"))),
        (VerdictCode.TooEarly, Make.Facts("N7", Later, (Submitted, "05:00"), (Recorded, "06:00"))),
        (VerdictCode.TooLate, Make.Facts("N8", Earlier, (Submitted, "05:00"), (Recorded, "06:00"))),
    ];

    [Fact]
    public void The_first_matching_answer_wins()
    {
        for (var from = 0; from < Ladder.Length; from++)
        {
            var facts = Ladder[from..].Reverse().SelectMany(step => step.Facts);

            var verdict = Make.Judge(facts, Make.Ask(Eleven, Activity.Working, Make.Plant));

            Assert.Equal(Ladder[from].Code, verdict.Code);
            Assert.Equal([$"N{from}"], verdict.Bases.Select(basis => basis.Number));
        }
    }

    [Fact]
    public void A_resubmission_changes_the_body_from_its_own_moment_on()
    {
        RegisterFact[] facts =
        [
            new(Make.Number, 1, Submitted, Make.At("08:00"), Make.Permission(plate: "湘A54321")),
            new(Make.Number, 2, Returned, Make.At("09:00"), null),
            new(Make.Number, 3, Submitted, Make.At("10:30"), Make.Permission()),
        ];

        Assert.Equal(VerdictCode.NotFiled, Make.Judge(facts, Make.Ask(Make.At("10:15"))).Code);
        Assert.Equal(VerdictCode.Pending, Make.Judge(facts, Make.Ask(Make.At("10:30"))).Code);
        Assert.Equal(VerdictCode.Returned, Make.Judge(facts, Make.Ask(Make.At("10:15")) with { Plate = "湘A54321" }).Code);
        Assert.Equal(VerdictCode.NotFiled, Make.Judge(facts, Make.Ask(Make.At("10:30")) with { Plate = "湘A54321" }).Code);
    }

    [Theory]
    [InlineData(Completed, EndReason.Completed)]
    [InlineData(Withdrawn, EndReason.Withdrawn)]
    [InlineData(Cancelled, EndReason.Superseded)]
    public void Completed_names_the_kind_of_end(FactKind end, EndReason reason)
    {
        var facts = Make.Facts(Make.Permission(), (Ordered, "08:00"), (end, "10:30"));

        var verdict = Make.Judge(facts, Make.Ask(Eleven));

        Assert.Equal(VerdictCode.Completed, verdict.Code);
        Assert.Equal(reason, verdict.Reason);
    }

    [Fact]
    public void Everything_of_the_winning_kind_is_named_in_order_of_its_window()
    {
        RegisterFact[] facts =
        [
            .. Make.Facts("DD-B", Make.Permission(), (Ordered, "08:00")),
            .. Make.Facts("DD-A", Make.Permission(), (Ordered, "08:00")),
            .. Make.Facts("XW-C", Make.Permission(from: Make.At("09:00")), (Submitted, "07:00"), (Recorded, "08:00")),
        ];

        var verdict = Make.Judge(facts, Make.Ask(Eleven));

        Assert.Equal(["XW-C", "DD-A", "DD-B"], verdict.Bases.Select(basis => basis.Number));
        Assert.Equal([false, true, true], verdict.Bases.Select(basis => basis.IsDispatch));
    }

    [Fact]
    public void Only_filed_is_green_and_only_an_undecided_emergency_amber()
    {
        Assert.Equal(VerdictColour.Green, VerdictCode.Filed.Colour());
        Assert.Equal(VerdictColour.Amber, VerdictCode.Emergency.Colour());
        Assert.All(
            Enum.GetValues<VerdictCode>().Except([VerdictCode.Filed, VerdictCode.Emergency]),
            code => Assert.Equal(VerdictColour.Red, code.Colour())
        );
    }

    [Fact]
    public void Every_verdict_has_a_sentence_in_both_languages_that_names_what_it_rests_on()
    {
        foreach (var (_, facts) in Ladder)
        {
            var verdict = Make.Judge(facts, Make.Ask(Eleven, Activity.Working, Make.Plant));

            var (zh, en) = VerdictWords.SentenceOf(verdict);

            Assert.Contains(verdict.Bases[0].Number, zh, StringComparison.Ordinal);
            Assert.Contains(verdict.Bases[0].Number, en, StringComparison.Ordinal);
        }

        Assert.NotEqual(default, VerdictWords.SentenceOf(Make.Judge([], Make.Ask(Eleven))));
    }
}
