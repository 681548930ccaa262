using System.Text.Json;
using Contracts.Register;
using FilingApi.Domain;

namespace FilingApi.Tests.Domain;

/// <summary>R7 as one table. A state or an act that is not in it fails here until somebody decides.</summary>
public sealed class FilingMovesTests
{
    private const string No = "-";
    private static readonly DateTimeOffset From = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset To = From.AddHours(3);
    private static readonly Actor Someone = new("clerk", "E1");

    /// <summary>What the act makes of the state; a dash: refused, and nothing changes.</summary>
    private static readonly Dictionary<FilingStatus, string[]> Table = new()
    {
        //                            edit        submit       record      return      refuse     withdraw     revoke     complete
        [FilingStatus.Draft] = ["draft", "submitted", No, No, No, No, No, No],
        [FilingStatus.Submitted] = [No, No, "recorded", "returned", "refused", "withdrawn", No, No],
        [FilingStatus.Recorded] = [No, No, No, No, No, "withdrawn", "revoked", "completed"],
        [FilingStatus.Returned] = ["returned", "submitted", No, No, No, "withdrawn", No, No],
        [FilingStatus.Refused] = [No, No, No, No, No, No, No, No],
        [FilingStatus.Withdrawn] = [No, No, No, No, No, No, No, No],
        [FilingStatus.Revoked] = [No, No, No, No, No, No, No, No],
        [FilingStatus.Completed] = [No, No, No, No, No, No, No, No],
        [FilingStatus.Expired] = [No, No, No, No, No, No, No, "completed"],
    };

    private static readonly FilingAct[] Acts =
    [
        FilingAct.Edit,
        FilingAct.Submit,
        FilingAct.Record,
        FilingAct.Return,
        FilingAct.Refuse,
        FilingAct.Withdraw,
        FilingAct.Revoke,
        FilingAct.Complete,
    ];

    public static TheoryData<FilingStatus, FilingAct> EveryMove() =>
        [
            .. from status in Enum.GetValues<FilingStatus>()
            from act in Enum.GetValues<FilingAct>()
            select new TheoryDataRow<FilingStatus, FilingAct>(status, act),
        ];

    [Theory]
    [MemberData(nameof(EveryMove))]
    public void Every_act_in_every_state_is_decided(FilingStatus status, FilingAct act)
    {
        var expected = Table[status][Array.IndexOf(Acts, act)];
        var now = status == FilingStatus.Expired ? To.AddMilliseconds(1) : From;
        var filing = In(status);
        var before = Shape(filing);

        var refusal = Do(filing, act, now);

        if (expected == No)
        {
            Assert.Equal(Refusals.WrongMove, refusal?.Kind);
            Assert.Equal(before, Shape(filing));
        }
        else
        {
            Assert.Null(refusal);
            Assert.Equal(expected, filing.StatusAt(now).Wire());
            var entry = filing.TakeNewActs()[^1];
            Assert.Equal((SubjectKind.Filing, filing.Number, act.Wire()), (entry.Subject, entry.Key, entry.Act));
            Assert.Equal((now, "clerk", "E1", filing.Version), (entry.At, entry.Account, entry.Organisation, entry.Seq));
        }
    }

    [Fact]
    public void A_refusal_names_the_state_and_the_act_in_both_languages()
    {
        foreach (var row in EveryMove().Where(row => !FilingMoves.Allows(row.Data.Item1, row.Data.Item2)))
        {
            var (status, act) = row.Data;

            var refusal = Do(In(status), act, status == FilingStatus.Expired ? To.AddMilliseconds(1) : From)!;

            Assert.Contains(FilingMoves.Zh(status), refusal.Sentence(Language.Zh), StringComparison.Ordinal);
            Assert.Contains(status.Wire(), refusal.Sentence(Language.En), StringComparison.Ordinal);
            Assert.Contains(FilingMoves.Words(act).En, refusal.Sentence(Language.En), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_recorded_filing_is_recorded_up_to_the_end_of_its_window_and_expired_after_it()
    {
        var filing = In(FilingStatus.Recorded);

        Assert.Equal(FilingStatus.Recorded, filing.StatusAt(To));
        Assert.Equal(FilingStatus.Expired, filing.StatusAt(To.AddMilliseconds(1)));
    }

    [Fact]
    public void A_submitted_filing_can_be_recorded_at_the_end_of_its_window_and_not_after_it()
    {
        var (inTime, late) = (In(FilingStatus.Submitted), In(FilingStatus.Submitted));

        var (taken, refused) = (Do(inTime, FilingAct.Record, To), Do(late, FilingAct.Record, To.AddMilliseconds(1)));

        Assert.Null(taken);
        Assert.Equal(Refusals.WindowOver, refused?.Kind);
        Assert.Equal(FilingStatus.Submitted, late.StatusAt(To.AddMilliseconds(1)));
    }

    [Theory]
    [InlineData(FilingAct.Return)]
    [InlineData(FilingAct.Refuse)]
    [InlineData(FilingAct.Withdraw)]
    public void After_its_window_a_submitted_filing_may_still_be_turned_down(FilingAct act) =>
        Assert.Null(Do(In(FilingStatus.Submitted), act, To.AddDays(3)));

    [Fact]
    public void The_facts_of_an_act_are_given_once_in_order_of_seq()
    {
        var filing = In(FilingStatus.Submitted);
        Do(filing, FilingAct.Record, From);
        Do(filing, FilingAct.Revoke, From.AddMinutes(1));

        var (facts, again) = (filing.TakeNewFacts(), filing.TakeNewFacts());

        Assert.Equal([(1, FactKind.Submitted), (2, FactKind.Recorded), (3, FactKind.Revoked)], facts.Select(fact => (fact.Seq, fact.Kind)));
        Assert.NotNull(facts[0].Body);
        Assert.Empty(again);
    }

    [Theory]
    [InlineData(FilingAct.Record)]
    [InlineData(FilingAct.Return)]
    public void A_filing_is_overdue_when_it_was_still_undecided_after_its_due_moment(FilingAct decision)
    {
        var due = From.AddHours(1);
        var (inTime, late) = (In(FilingStatus.Submitted, due), In(FilingStatus.Submitted, due));

        Do(inTime, decision, due);
        Do(late, decision, due.AddMilliseconds(1));

        Assert.False(inTime.IsOverdueAt(due.AddDays(1)));
        Assert.True(late.IsOverdueAt(due.AddDays(1)));
    }

    private static Filing In(FilingStatus status, DateTimeOffset? due = null)
    {
        var filing = Filing.Draft("XW-1", "ABCDEF", "430181117", "E1", Make.Body(From, To), From.AddHours(-2));
        FilingAct[] path = status switch
        {
            FilingStatus.Draft => [],
            FilingStatus.Submitted => [FilingAct.Submit],
            FilingStatus.Recorded or FilingStatus.Expired => [FilingAct.Submit, FilingAct.Record],
            FilingStatus.Returned => [FilingAct.Submit, FilingAct.Return],
            FilingStatus.Refused => [FilingAct.Submit, FilingAct.Refuse],
            FilingStatus.Withdrawn => [FilingAct.Submit, FilingAct.Withdraw],
            FilingStatus.Revoked => [FilingAct.Submit, FilingAct.Record, FilingAct.Revoke],
            FilingStatus.Completed => [FilingAct.Submit, FilingAct.Record, FilingAct.Complete],
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No way is known into this state."),
        };
        foreach (var act in path)
        {
            Assert.Null(Do(filing, act, From.AddHours(-1), due));
        }

        return filing;
    }

    private static Refusal? Do(Filing filing, FilingAct act, DateTimeOffset now, DateTimeOffset? due = null) =>
        act switch
        {
            FilingAct.Edit => filing.Edit(Make.Body(From, To, WasteKind.Other), Someone, now),
            FilingAct.Submit => filing.Submit(OrdinaryFiling.ToPermission(filing.ProposedBody, Plant, "430181117"), due, Someone, now),
            FilingAct.Record => filing.Record(null, null, [], Someone, now),
            FilingAct.Return => filing.Return(["图纸"], Someone, now),
            FilingAct.Refuse => filing.Refuse(null, "不符", Someone, now),
            FilingAct.Withdraw => filing.Withdraw(Someone, now),
            FilingAct.Revoke => filing.Revoke("违规", Someone, now),
            FilingAct.Complete => filing.Complete(Someone, now),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Nobody does this yet."),
        };

    private static Plant Plant =>
        new()
        {
            Code = "P1",
            Name = "P1",
            Lat = 28.2,
            Lon = 113.3,
            RadiusM = 300,
            Accepts = [WasteKind.Septic],
        };

    private static string Shape(Filing filing) => JsonSerializer.Serialize(filing);
}
