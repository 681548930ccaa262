using Contracts.Register;
using FilingApi.Domain;

namespace FilingApi.Tests.Domain;

/// <summary>What each act leaves in a filing beside its state, which <see cref="FilingMovesTests"/> has as a table.</summary>
public sealed class FilingActsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset From = Now.AddHours(1);
    private static readonly DateTimeOffset To = Now.AddHours(4);
    private static readonly DateTimeOffset Due = Now.AddDays(1);
    private static readonly Actor Clerk = new("clerk", "E1");
    private static readonly TruckRef Second = new(Make.Plate(2), PlateColour.Yellow);
    private static readonly FilingBody Old = Make.Body(From, To);
    private static readonly FilingBody New = Old with { From = From.AddHours(1), To = To.AddHours(1), M3 = 5, Trucks = [Second] };

    [Fact]
    public void A_draft_takes_what_is_put_into_it_at_once_with_its_window_and_its_trucks()
    {
        var filing = Draft();

        filing.Edit(New, Clerk, Now);

        Assert.Equal((New, null), (filing.Body, filing.PendingBody));
        Assert.Equal((New.From, New.To), (filing.From, filing.To));
        var truck = Assert.Single(filing.Trucks);
        Assert.Equal((filing.Number, Second.Key, New.From, New.To), (truck.Number, truck.Key, truck.From, truck.To));
    }

    [Fact]
    public void A_truck_that_stays_keeps_its_row_and_takes_the_new_window()
    {
        var filing = Draft();
        var row = filing.Trucks[0];

        filing.Edit(New with { Trucks = [Old.Trucks[0], Second] }, Clerk, Now);

        Assert.Same(row, filing.Trucks[0]);
        Assert.Equal([(New.From, New.To), (New.From, New.To)], filing.Trucks.Select(truck => (truck.From, truck.To)));
    }

    [Fact]
    public void What_is_put_into_a_returned_filing_waits_for_the_submission()
    {
        var filing = Returned();

        filing.Edit(New, Clerk, Now);
        var (before, proposed) = (filing.Body, filing.ProposedBody);
        Submit(filing, Due);

        Assert.Equal((Old, New), (before, proposed));
        Assert.Equal((New, null), (filing.Body, filing.PendingBody));
        Assert.Equal((New.From, Second.Key), (filing.From, filing.Trucks.Single().Key));
    }

    [Fact]
    public void A_withdrawal_drops_what_was_put_aside()
    {
        var filing = Returned();
        filing.Edit(New, Clerk, Now);

        filing.Withdraw(Clerk, Now);

        Assert.Equal((Old, null), (filing.Body, filing.PendingBody));
    }

    [Fact]
    public void A_submission_starts_its_clock_anew()
    {
        var filing = Draft();
        Submit(filing, Due);
        filing.Escalate(Due);
        filing.Return(["x"], Clerk, Due.AddHours(1));
        var decided = (filing.EscalatedAt, filing.DecidedAt);

        filing.Submit(OrdinaryFiling.ToPermission(Old, Plant, "T1"), Due.AddDays(1), Clerk, Due.AddHours(2));

        Assert.Equal((Due, Due.AddHours(1)), decided);
        Assert.Equal(
            (Due.AddHours(2), Due.AddDays(1), null, null),
            (filing.SubmittedAt, filing.DueAt, filing.EscalatedAt, filing.DecidedAt)
        );
    }

    [Fact]
    public void A_filing_is_escalated_once_its_own_due_moment_passes_undecided()
    {
        var (open, other, decided) = (Draft(), Draft(), Draft());
        Submit(open, Due);
        Submit(other, Due);
        Submit(decided, Due);
        decided.Record(null, null, [], Clerk, Now);
        var version = open.Version;

        open.Escalate(Due);
        other.Escalate(Due.AddHours(-1));
        decided.Escalate(Due);

        Assert.Equal((Due, null, null), (open.EscalatedAt, other.EscalatedAt, decided.EscalatedAt));
        var act = open.TakeNewActs()[^1];
        Assert.Equal((Filing.Escalated, Due, Actor.System.Account, version), (act.Act, act.At, act.Account, act.Seq));
        Assert.Equal(version, open.Version);
    }

    [Fact]
    public void A_due_moment_that_waited_for_the_calendar_is_set_once()
    {
        var filing = Draft();
        Submit(filing, null);

        filing.SetDue(Due, Now);
        filing.SetDue(Due.AddDays(1), Now);

        Assert.Equal(Due, filing.DueAt);
        Assert.Equal((Filing.DueSet, Now), (filing.TakeNewActs()[^1].Act, Now));
    }

    [Fact]
    public void A_conflict_needs_a_reason_and_both_are_kept()
    {
        var conflict = new Conflict(Make.Plate(1), PlateColour.Yellow, "XW-2", From, To, "recorded", 900);
        var (without, with) = (Draft(), Draft());
        Submit(without, Due);
        Submit(with, Due);

        var refusal = without.Record(null, " ", [conflict, conflict], Clerk, Now);
        var taken = with.Record("夜间", "两车次", [conflict], Clerk, Now);

        Assert.Equal((Refusals.ConflictWithoutReason, FilingStatus.Submitted), (refusal?.Kind, without.Status));
        Assert.Equal(["XW-2"], refusal!.Values);
        Assert.Null(taken);
        var detail = with.TakeNewActs()[^1].Detail!;
        Assert.Equal(("夜间", "两车次"), (detail.Conditions, detail.Reason));
        Assert.Equal([conflict], detail.Conflicts);
    }

    [Fact]
    public void Completion_is_a_fact_that_ends_its_entries()
    {
        var filing = Draft();
        Submit(filing, Due);
        filing.Record(null, null, [], Clerk, Now);

        filing.Complete(Clerk, To.AddHours(1));

        var fact = filing.TakeNewFacts()[^1];
        Assert.Equal((filing.Number, 3, FactKind.Completed, To.AddHours(1)), (fact.Number, fact.Seq, fact.Kind, fact.At));
    }

    [Fact]
    public void Every_state_has_a_word() => Assert.All(Enum.GetValues<FilingStatus>(), status => Assert.NotEmpty(FilingMoves.Zh(status)));

    private static Filing Draft() => Filing.Draft("XW-1", "ABCDEF", "T1", "E1", Old, Now);

    private static Filing Returned()
    {
        var filing = Draft();
        Submit(filing, Due);
        filing.Return(["x"], Clerk, Now);
        return filing;
    }

    private static void Submit(Filing filing, DateTimeOffset? due) =>
        Assert.Null(filing.Submit(OrdinaryFiling.ToPermission(filing.ProposedBody, Plant, "T1"), due, Clerk, Now));

    private static Plant Plant => MakeOrder.Plant;
}
