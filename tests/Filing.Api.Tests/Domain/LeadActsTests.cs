using Contracts.Register;
using CsCheck;
using FilingApi.Domain;
using FilingApi.Register;

namespace FilingApi.Tests.Domain;

/// <summary>
/// R12 as one table: what a person or the system makes of a lead in each of its states; what a person found is never overwritten.
/// </summary>
public sealed class LeadActsTests
{
    private const string No = "-";
    private static readonly WorkingDays Days = new(ShippedCalendars.Read().Select(row => row.ToCalendar()));
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly Actor Officer = new("squad", "Q1");
    private static readonly Guid RunId = Guid.CreateVersion7();
    private static readonly Guid Older = Guid.CreateVersion7();

    /// <summary>Status, result and who found it after the act; a dash: refused, and nothing changes.</summary>
    private static readonly Dictionary<string, (string Act, string After)[]> Table = new()
    {
        ["open"] =
        [
            ("true", "checked True squad"),
            ("false", "closed False squad"),
            ("unclear", "open Unclear squad"),
            ("third unclear", "open Unclear squad"),
            ("assign", "open"),
            ("clear", "closed False system"),
            ("join", "closed False system"),
            ("seen again", "open"),
        ],
        ["unclear twice"] =
        [
            ("true", "checked True squad"),
            ("false", "closed False squad"),
            ("unclear", No),
            ("third unclear", "open Unclear squad"),
            ("assign", "open Unclear squad"),
            ("clear", "open Unclear squad contradicted"),
            ("join", "open Unclear squad contradicted"),
            ("seen again", "open Unclear squad"),
        ],
        ["checked"] =
        [
            ("true", "checked True squad"),
            ("false", "closed False squad"),
            ("unclear", "open Unclear squad"),
            ("third unclear", "open Unclear squad"),
            ("assign", "checked True squad"),
            ("clear", "checked True squad contradicted"),
            ("join", "checked True squad contradicted"),
            ("seen again", "checked True squad"),
        ],
        ["closed by a person"] =
        [
            ("true", No),
            ("false", No),
            ("unclear", No),
            ("third unclear", No),
            ("assign", No),
            ("clear", "closed False squad contradicted"),
            ("join", "closed False squad contradicted"),
            ("seen again", "closed False squad"),
        ],
        ["closed by the system"] =
        [
            ("true", No),
            ("false", No),
            ("unclear", No),
            ("third unclear", No),
            ("assign", No),
            ("clear", "closed False system"),
            ("join", "closed False system"),
            ("seen again", "open"),
        ],
    };

    public static TheoryData<string, string, string> EveryAct() =>
        [.. from row in Table from cell in row.Value select new TheoryDataRow<string, string, string>(row.Key, cell.Act, cell.After)];

    [Theory]
    [MemberData(nameof(EveryAct))]
    public void Every_act_in_every_state_is_decided(string state, string act, string after)
    {
        var lead = In(state);
        var before = Shape(lead);

        var refusal = Do(lead, act);

        Assert.Equal(after == No, refusal is not null);
        Assert.Equal(after == No ? before : after, Shape(lead));
    }

    [Fact]
    public void Every_kind_has_a_row_with_words_and_days()
    {
        Assert.Equal(Enum.GetValues<LeadKind>(), LeadKinds.All.Select(row => row.Kind));
        Assert.All(LeadKinds.All, row => Assert.True(row.Zh.Length > 0 && row.En.Length > 0 && row.CheckDays < row.CloseDays));
    }

    [Fact]
    public void An_id_has_no_slash_and_follows_from_kind_and_natural_key() =>
        Assert.Equal("no-receipt-XW-430181117-20260302-0001-1", Lead.IdOf(LeadKind.NoReceipt, "XW-430181117-20260302-0001-1"));

    /// <summary>R8: 30 April is a Thursday, 1 to 5 May are off; 9 May is a worked Saturday.</summary>
    [Theory]
    [InlineData("2026-03-02T09:00", 3, "2026-03-05")]
    [InlineData("2026-03-02T16:30", 3, "2026-03-05")]
    [InlineData("2026-03-02T16:31", 3, "2026-03-06")]
    [InlineData("2026-03-06T09:00", 3, "2026-03-11")]
    [InlineData("2026-03-07T09:00", 3, "2026-03-12")]
    [InlineData("2026-04-30T09:00", 3, "2026-05-08")]
    [InlineData("2026-05-07T09:00", 3, "2026-05-11")]
    public void It_is_due_at_close_of_office_of_a_working_day(string raised, int days, string due)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var at = DateTimeOffset.Parse($"{raised}+08:00", culture);

        var lead = Raised(at, new Charge("squad", days, 15));

        var moment = DateTimeOffset.Parse($"{due}T17:30+08:00", culture);
        Assert.Equal(moment, lead.DueAt);
        Assert.False(lead.IsOverdueAt(moment));
        Assert.True(lead.IsOverdueAt(moment.AddMilliseconds(1)));
    }

    [Fact]
    public void Unclear_is_due_again_in_three_working_days_and_true_until_it_is_to_be_closed()
    {
        var (unclear, found) = (In("open"), In("open"));

        unclear.Check(CheckResult.Unclear, null, false, Days, Officer, Monday.AddDays(4));
        found.Check(CheckResult.True, null, false, Days, Officer, Monday.AddDays(1));

        Assert.Equal(new DateTimeOffset(2026, 3, 11, 17, 30, 0, TimeSpan.FromHours(8)), unclear.DueAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 23, 17, 30, 0, TimeSpan.FromHours(8)), found.DueAt);
    }

    [Fact]
    public void A_year_without_a_calendar_leaves_it_without_a_due_moment_until_it_is_there()
    {
        var lead = Raised(new DateTimeOffset(2040, 3, 1, 9, 0, 0, TimeSpan.FromHours(8)), new Charge("squad", 3, 15));
        var without = lead.DueAt;

        lead.SetDue(new WorkingDays([new CalendarYear(2040, [], [])]), lead.RaisedAt.AddDays(1));

        Assert.Null(without);
        Assert.Equal(new DateTimeOffset(2040, 3, 6, 17, 30, 0, TimeSpan.FromHours(8)), lead.DueAt);
    }

    [Fact]
    public void Trips_of_orders_are_the_centres_and_the_towns_own_table_comes_first()
    {
        var own = new Responsibility
        {
            Town = SmallTown.TownA,
            Kind = LeadKind.NoReceipt,
            From = new DateOnly(2026, 1, 1),
            Department = "village-1",
            CheckDays = 5,
            CloseDays = 20,
        };

        Assert.Equal("ecology", Charge.Of(LeadKind.NoReceipt, isOfOrder: false, null).Department);
        Assert.Equal("centre", Charge.Of(LeadKind.NoReceipt, isOfOrder: true, null).Department);
        Assert.Equal("squad", Charge.Of(LeadKind.UnregisteredRun, isOfOrder: false, null).Department);
        Assert.Equal(new Charge("village-1", 5, 20), Charge.Of(LeadKind.NoReceipt, isOfOrder: true, own));
    }

    /// <summary>What is said of a run, in any order and any repetition, comes to the same lead.</summary>
    [Fact]
    public void Any_order_and_any_repetition_give_the_same_lead()
    {
        (LeadRun, LeadRunEnd?)[] said =
        [
            (Run(1), null),
            (Run(2), new LeadRunEnd(Monday.AddHours(2), null)),
            (Run(3), null),
            (Run(4), new LeadRunEnd(Monday.AddHours(4), Older)),
            (Run(5), null),
        ];
        foreach (var count in Enumerable.Range(1, said.Length))
        {
            var expected = After(said[..count]);

            int[] twice = [.. Enumerable.Range(0, count), .. Enumerable.Range(0, count)];
            Gen.Shuffle(twice).Sample(order => Assert.Equal(expected, After([.. order.Select(n => said[n])])), iter: 50);
        }
    }

    private static string After(IEnumerable<(LeadRun Run, LeadRunEnd? End)> said)
    {
        var lead = Raised(Monday, new Charge("squad", 3, 15));
        foreach (var (run, end) in said)
        {
            lead.Follow(run, end);
        }

        return $"{Shape(lead)} {lead.Words} {lead.CheckedAt:O} {lead.DueAt:O} {lead.JoinedInto} {lead.Run!.Version} {lead.RunStatus}";
    }

    private static Lead In(string state)
    {
        var lead = Raised(Monday, new Charge("squad", 3, 15));
        lead.Follow(Run(1), null);
        switch (state)
        {
            case "unclear twice":
                Do(lead, "unclear");
                Do(lead, "unclear");
                break;
            case "checked":
                Do(lead, "true");
                break;
            case "closed by a person":
                Do(lead, "false");
                break;
            case "closed by the system":
                Do(lead, "clear");
                break;
        }

        return lead;
    }

    private static Refusal? Do(Lead lead, string act)
    {
        var (run, now) = (Run(lead.Run!.Version + 1), Monday.AddHours(1));
        switch (act)
        {
            case "true":
                return lead.Check(CheckResult.True, "属实", false, Days, Officer, now);
            case "false":
                return lead.Check(CheckResult.False, "不属实", false, Days, Officer, now);
            case "unclear":
                return lead.Check(CheckResult.Unclear, null, false, Days, Officer, now);
            case "third unclear":
                return lead.Check(CheckResult.Unclear, null, isSupervisor: true, Days, Officer, now);
            case "assign":
                return lead.Assign("ecology", "属地", Officer, now);
            default:
                lead.Follow(run, act == "seen again" ? null : new LeadRunEnd(now, act == "join" ? Older : null));
                return null;
        }
    }

    private static string Shape(Lead lead) =>
        $"{lead.Status.Wire()} {lead.Result} {lead.CheckedBy} {(lead.ContradictedAt is null ? "" : "contradicted")}".TrimEnd();

    private static Lead Raised(DateTimeOffset at, Charge charge) =>
        Lead.Raise(
            LeadKind.UnregisteredRun,
            RunId.ToString(),
            SmallTown.TownA,
            new TruckSeen(Make.Plate(1), PlateColour.Yellow),
            at,
            charge,
            Days
        );

    private static LeadRun Run(int version) =>
        new()
        {
            Id = RunId,
            Version = version,
            Town = SmallTown.TownA,
            Plate = Make.Plate(1),
            Colour = PlateColour.Yellow,
            OpenedAt = Monday,
            First = Monday,
            Last = Monday.AddMinutes(version),
            Codes = [VerdictCode.NotFiled],
        };
}
