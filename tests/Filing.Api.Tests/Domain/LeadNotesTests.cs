using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Register;

namespace FilingApi.Tests.Domain;

/// <summary>What each act on a lead leaves to be read, beside its state, which <see cref="LeadActsTests"/> has as a table.</summary>
public sealed class LeadNotesTests
{
    private static readonly WorkingDays Days = new(ShippedCalendars.Read().Select(row => row.ToCalendar()));
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly Actor Officer = new("squad", "Q1");
    private static readonly Guid RunId = Guid.CreateVersion7();
    private static readonly Guid Older = Guid.CreateVersion7();

    [Fact]
    public void A_lead_says_when_it_was_raised()
    {
        var lead = Raised();

        Assert.Equal((LeadKind.UnregisteredRun, RunId.ToString(), "T1"), (lead.Kind, lead.Of, lead.Town));
        Assert.Equal((Make.Plate(1), PlateColour.Yellow, Monday), (lead.Plate, lead.Colour, lead.RaisedAt));
        Assert.Equal(("squad", 3, 15), (lead.Department, lead.CheckDays, lead.CloseDays));
        var act = Assert.Single(lead.TakeNewActs());
        Assert.Equal(("raise", SubjectKind.Lead, lead.Id, "T1", Monday), (act.Act, act.Subject, act.Key, act.Town, act.At));
    }

    [Fact]
    public void A_check_keeps_the_result_its_words_and_who_found_it()
    {
        var lead = Raised();

        lead.Check(CheckResult.Unclear, "没找到车", false, Days, Officer, Monday.AddHours(1));

        Assert.Equal((CheckResult.Unclear, "没找到车", "squad"), (lead.Result, lead.Words, lead.CheckedBy));
        Assert.Equal((Monday.AddHours(1), 1), (lead.CheckedAt, lead.UnclearTimes));
        var act = lead.TakeNewActs()[^1];
        Assert.Equal(("check", "unclear", "没找到车", "squad"), (act.Act, act.Detail!.Result, act.Detail.Words, act.Account));
    }

    [Fact]
    public void An_assignment_names_the_department_and_its_reason()
    {
        var lead = Raised();

        lead.Assign("ecology", "属地", Officer, Monday);

        Assert.Equal("ecology", lead.Department);
        var act = lead.TakeNewActs()[^1];
        Assert.Equal(("assign", "ecology", "属地"), (act.Act, act.Detail!.Code, act.Detail.Reason));
    }

    [Theory]
    [InlineData(false, "clear", "已备案", RunStatus.Cleared)]
    [InlineData(true, "join", "unregistered-run-", RunStatus.Joined)]
    public void A_lead_closed_by_its_run_says_why(bool joins, string act, string words, RunStatus status)
    {
        var lead = Raised();

        var contradicts = lead.Follow(Run(1), new LeadRunEnd(Monday.AddHours(2), joins ? Older : null));

        Assert.False(contradicts);
        Assert.Equal((status, Monday.AddHours(2)), (lead.RunStatus, lead.CheckedAt));
        Assert.Equal(joins ? Older : null, lead.JoinedInto);
        Assert.Contains(joins ? $"{words}{Older}" : words, lead.Words, StringComparison.Ordinal);
        var entry = lead.TakeNewActs()[^1];
        Assert.Equal((act, Monday.AddHours(2), lead.Words), (entry.Act, entry.At, entry.Detail!.Words));
    }

    [Fact]
    public void A_run_seen_again_opens_its_lead_with_nothing_of_the_end_left()
    {
        var lead = Raised();
        lead.Follow(Run(1), new LeadRunEnd(Monday.AddHours(2), Older));

        lead.Follow(Run(2), null);

        Assert.Equal((LeadStatus.Open, RunStatus.Open), (lead.Status, lead.RunStatus));
        Assert.Equal((null, null, null, null, null), (lead.JoinedInto, lead.Result, lead.Words, lead.CheckedBy, lead.CheckedAt));
        var act = lead.TakeNewActs()[^1];
        Assert.Equal(("reopen", Run(2).Last), (act.Act, act.At));
    }

    [Fact]
    public void What_contradicts_a_person_is_noted_and_leaves_the_version_as_it_is()
    {
        var lead = Raised();
        lead.Check(CheckResult.True, "属实", false, Days, Officer, Monday.AddHours(1));
        var version = lead.Version;

        var contradicts = lead.Follow(Run(1), new LeadRunEnd(Monday.AddHours(2), Older));

        Assert.True(contradicts);
        Assert.Equal((RunStatus.Checked, version), (lead.RunStatus, lead.Version));
        Assert.Equal((Monday.AddHours(2), Older.ToString()), (lead.ContradictedAt, lead.ContradictedBy));
        var act = lead.TakeNewActs()[^1];
        Assert.Equal(("contradict", Older.ToString(), version), (act.Act, act.Detail!.Reason, act.Seq));
    }

    [Fact]
    public void A_due_moment_that_waited_for_the_calendar_is_noted_once()
    {
        var lead = Raised(new WorkingDays([]));

        lead.SetDue(new WorkingDays([]), Monday);
        lead.SetDue(Days, Monday.AddDays(1));
        lead.SetDue(Days, Monday.AddDays(2));

        Assert.Equal(["raise", "due"], lead.TakeNewActs().Select(act => act.Act));
        Assert.NotNull(lead.DueAt);
    }

    [Fact]
    public void A_closed_lead_is_never_overdue()
    {
        var lead = Raised();
        lead.Check(CheckResult.False, "不属实", false, Days, Officer, Monday);

        Assert.False(lead.IsOverdueAt(Monday.AddYears(1)));
    }

    private static Lead Raised(WorkingDays? days = null) =>
        Lead.Raise(
            LeadKind.UnregisteredRun,
            RunId.ToString(),
            "T1",
            new TruckSeen(Make.Plate(1), PlateColour.Yellow),
            Monday,
            new Charge("squad", 3, 15),
            days ?? Days
        );

    private static LeadRun Run(int version) =>
        new()
        {
            Id = RunId,
            Version = version,
            Town = "T1",
            Plate = Make.Plate(1),
            Colour = PlateColour.Yellow,
            OpenedAt = Monday,
            First = Monday,
            Last = Monday.AddMinutes(version),
            Codes = [VerdictCode.NotFiled],
        };
}
