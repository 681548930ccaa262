using Contracts.Register;
using static Contracts.Register.FactKind;

namespace Contracts.Tests.Register;

/// <summary>R3 line by line: facts, question, answer.</summary>
public sealed class VerdictTests
{
    private static readonly DateTimeOffset Eleven = Make.At("11:00");
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private static readonly GeoPoint Elsewhere = new(28.25, 113.25);
    private static readonly double EdgeM = Make.Site.MetresTo(Elsewhere);
    private static readonly double PlantEdgeM = Make.Plant.MetresTo(Elsewhere);

    private static readonly Dictionary<string, (RegisterFact[] Facts, Question Question, VerdictCode Code)> Table = new()
    {
        ["nothing is known"] = ([], Make.Ask(Eleven), VerdictCode.NotFiled),
        ["on record, at its first moment"] = (Make.Recorded(), Make.Ask(Make.From), VerdictCode.Filed),
        ["on record, at its last moment"] = (Make.Recorded(), Make.Ask(Make.To), VerdictCode.Filed),
        ["one moment before the window"] = (Make.Recorded(), Make.Ask(Make.From - Tick), VerdictCode.TooEarly),
        ["one moment after the window"] = (Make.Recorded(), Make.Ask(Make.To + Tick), VerdictCode.TooLate),
        ["24 h before the window"] = (
            Make.Facts(Tomorrow, (Submitted, "08:00"), (Recorded, "09:00")),
            Make.Ask(Eleven),
            VerdictCode.TooEarly
        ),
        ["more than 24 h before the window"] = (
            Make.Facts(Tomorrow, (Submitted, "08:00"), (Recorded, "09:00")),
            Make.Ask(Eleven - Tick),
            VerdictCode.NotFiled
        ),
        ["24 h after the window"] = (Make.Recorded(), Make.Ask(Make.To.AddHours(24)), VerdictCode.TooLate),
        ["more than 24 h after the window"] = (Make.Recorded(), Make.Ask(Make.To.AddHours(24) + Tick), VerdictCode.NotFiled),
        ["recorded at the very moment asked about"] = (Act(Recorded, "11:00"), Make.Ask(Eleven), VerdictCode.Filed),
        ["recorded one moment later"] = (Act(Recorded, "11:00"), Make.Ask(Eleven - Tick), VerdictCode.Pending),
        ["another colour of the plate"] = (Make.Recorded(), Make.Ask(Eleven, colour: PlateColour.Blue), VerdictCode.NotFiled),
        ["asked without a colour"] = (Make.Recorded(), Make.Ask(Eleven, colour: null), VerdictCode.Filed),
        ["another plate"] = (Make.Recorded(Make.Permission(plate: "湘A54321")), Make.Ask(Eleven), VerdictCode.NotFiled),
        ["passing anywhere"] = (Make.Recorded(), Make.Ask(Eleven, Activity.Passing, Elsewhere), VerdictCode.Filed),
        ["working without a point"] = (Make.Recorded(), Make.Ask(Eleven, Activity.Working), VerdictCode.Filed),
        ["discharging without a point"] = (Make.Recorded(), Make.Ask(Eleven, Activity.Discharging), VerdictCode.Filed),
        ["working at the site"] = (Make.Recorded(), Make.Ask(Eleven, Activity.Working, Make.Site), VerdictCode.Filed),
        ["working on the edge of the site"] = (
            Make.Recorded(Make.Permission(radiusM: EdgeM)),
            Make.Ask(Eleven, Activity.Working, Elsewhere),
            VerdictCode.Filed
        ),
        ["working just outside the site"] = (
            Make.Recorded(Make.Permission(radiusM: double.BitDecrement(EdgeM))),
            Make.Ask(Eleven, Activity.Working, Elsewhere),
            VerdictCode.WrongPlace
        ),
        ["working at the plant"] = (Make.Recorded(), Make.Ask(Eleven, Activity.Working, Make.Plant), VerdictCode.WrongPlace),
        ["discharging on the edge of the plant"] = (
            Make.Recorded(Make.Permission(radiusM: PlantEdgeM)),
            Make.Ask(Eleven, Activity.Discharging, Elsewhere),
            VerdictCode.Filed
        ),
        ["discharging just outside the plant"] = (
            Make.Recorded(Make.Permission(radiusM: double.BitDecrement(PlantEdgeM))),
            Make.Ask(Eleven, Activity.Discharging, Elsewhere),
            VerdictCode.WrongPlant
        ),
        ["discharging at the site"] = (Make.Recorded(), Make.Ask(Eleven, Activity.Discharging, Make.Site), VerdictCode.WrongPlant),
        ["outside one site but inside another entry's"] = (
            [.. Make.Recorded(), .. Other(Make.Permission(site: Elsewhere))],
            Make.Ask(Eleven, Activity.Working, Elsewhere),
            VerdictCode.Filed
        ),
        ["outside every entry's site"] = (
            [.. Make.Recorded(), .. Other(Make.Permission())],
            Make.Ask(Eleven, Activity.Working, Elsewhere),
            VerdictCode.WrongPlace
        ),
        ["undecided"] = (Make.Facts(Make.Permission(), (Submitted, "08:00")), Make.Ask(Eleven), VerdictCode.Pending),
        ["undecided, at the moment of submission"] = (
            Make.Facts(Make.Permission(), (Submitted, "11:00")),
            Make.Ask(Eleven),
            VerdictCode.Pending
        ),
        ["not yet submitted"] = (Make.Facts(Make.Permission(), (Submitted, "11:00")), Make.Ask(Eleven - Tick), VerdictCode.NotFiled),
        ["undecided, at its first moment"] = (
            Make.Facts(Make.Permission(), (Submitted, "08:00")),
            Make.Ask(Make.From),
            VerdictCode.Pending
        ),
        ["undecided, at its last moment"] = (Make.Facts(Make.Permission(), (Submitted, "08:00")), Make.Ask(Make.To), VerdictCode.Pending),
        ["undecided, before its window"] = (
            Make.Facts(Make.Permission(), (Submitted, "08:00")),
            Make.Ask(Make.From - Tick),
            VerdictCode.NotFiled
        ),
        ["undecided, after its window"] = (
            Make.Facts(Make.Permission(), (Submitted, "08:00")),
            Make.Ask(Make.To + Tick),
            VerdictCode.NotFiled
        ),
        ["undecided emergency"] = (
            Make.Facts(Make.Permission(emergency: true), (Submitted, "08:00")),
            Make.Ask(Eleven),
            VerdictCode.Emergency
        ),
        ["undecided emergency after its window"] = (
            Make.Facts(Make.Permission(emergency: true), (Submitted, "08:00")),
            Make.Ask(Make.To + Tick),
            VerdictCode.NotFiled
        ),
        ["outside the entry's site, at the site of an undecided emergency"] = (
            [.. Make.Recorded(), .. Emergency(Make.Permission(emergency: true, site: Elsewhere))],
            Make.Ask(Eleven, Activity.Working, Elsewhere),
            VerdictCode.Emergency
        ),
        ["outside the entry's site and the undecided emergency's"] = (
            [.. Make.Recorded(), .. Emergency(Make.Permission(emergency: true))],
            Make.Ask(Eleven, Activity.Working, Elsewhere),
            VerdictCode.WrongPlace
        ),
        ["outside the entry's site, at the site of an undecided filing that is no emergency"] = (
            [.. Make.Recorded(), .. Emergency(Make.Permission(site: Elsewhere))],
            Make.Ask(Eleven, Activity.Working, Elsewhere),
            VerdictCode.WrongPlace
        ),
        ["outside the entry's site, at the site of another truck's undecided emergency"] = (
            [.. Make.Recorded(), .. Emergency(Make.Permission(emergency: true, site: Elsewhere, plate: "湘A54321"))],
            Make.Ask(Eleven, Activity.Working, Elsewhere),
            VerdictCode.WrongPlace
        ),
        ["outside the entry's site, at the site of an emergency whose window is over"] = (
            [.. Make.Recorded(), .. Emergency(Make.Permission(to: Make.At("10:30"), emergency: true, site: Elsewhere))],
            Make.Ask(Eleven, Activity.Working, Elsewhere),
            VerdictCode.WrongPlace
        ),
        ["outside the entry's plant, at the plant of an undecided emergency"] = (
            [.. Make.Recorded(Make.Permission(plant: Elsewhere)), .. Emergency(Make.Permission(emergency: true))],
            Make.Ask(Eleven, Activity.Discharging, Make.Plant),
            VerdictCode.Emergency
        ),
        ["an order with two sites, working at the second"] = (
            Other(Make.Permission() with { Sites = [new Area(Make.Site, 300), new Area(Elsewhere, 300)] }),
            Make.Ask(Eleven, Activity.Working, Elsewhere),
            VerdictCode.Filed
        ),
        ["an order with two sites, working at neither"] = (
            Other(Make.Permission() with { Sites = [new Area(Make.Site, 300), new Area(Elsewhere, 300)] }),
            Make.Ask(Eleven, Activity.Working, Make.Plant),
            VerdictCode.WrongPlace
        ),
        ["recorded emergency, before its window"] = (
            Make.Recorded(Make.Permission(emergency: true)),
            Make.Ask(Make.From - Tick),
            VerdictCode.TooEarly
        ),
        ["revoked"] = (Act(Revoked, "10:30"), Make.Ask(Eleven), VerdictCode.Revoked),
        ["revoked at the very moment"] = (Act(Revoked, "11:00"), Make.Ask(Eleven), VerdictCode.Revoked),
        ["revoked one moment later"] = (Act(Revoked, "11:00"), Make.Ask(Eleven - Tick), VerdictCode.Filed),
        ["revoked, at its last moment"] = (Act(Revoked, "10:30"), Make.Ask(Make.To), VerdictCode.Revoked),
        ["revoked, after its window"] = (Act(Revoked, "10:30"), Make.Ask(Make.To + Tick), VerdictCode.NotFiled),
        ["revoked, before its window"] = (Act(Revoked, "09:30"), Make.Ask(Make.From - Tick), VerdictCode.NotFiled),
        ["completed"] = (Act(Completed, "10:30"), Make.Ask(Eleven), VerdictCode.Completed),
        ["completed, after its window"] = (Act(Completed, "10:30"), Make.Ask(Make.To + Tick), VerdictCode.NotFiled),
        ["withdrawn on record"] = (Act(Withdrawn, "10:30"), Make.Ask(Eleven), VerdictCode.Completed),
        ["withdrawn undecided"] = (
            Make.Facts(Make.Permission(), (Submitted, "08:00"), (Withdrawn, "10:30")),
            Make.Ask(Eleven),
            VerdictCode.NotFiled
        ),
        ["withdrawn after a return"] = (
            Make.Facts(Make.Permission(), (Submitted, "08:00"), (Returned, "09:00"), (Withdrawn, "10:30")),
            Make.Ask(Eleven),
            VerdictCode.NotFiled
        ),
        ["an order"] = (Make.Facts("DD-1", Make.Permission(), (Ordered, "08:00")), Make.Ask(Eleven), VerdictCode.Filed),
        ["a cancelled order"] = (
            Make.Facts("DD-1", Make.Permission(), (Ordered, "08:00"), (Cancelled, "10:30")),
            Make.Ask(Eleven),
            VerdictCode.Completed
        ),
        ["returned"] = (Make.Facts(Make.Permission(), (Submitted, "08:00"), (Returned, "10:30")), Make.Ask(Eleven), VerdictCode.Returned),
        ["returned one moment later"] = (
            Make.Facts(Make.Permission(), (Submitted, "08:00"), (Returned, "11:00")),
            Make.Ask(Eleven - Tick),
            VerdictCode.Pending
        ),
        ["refused"] = (Make.Facts(Make.Permission(), (Submitted, "08:00"), (Refused, "10:30")), Make.Ask(Eleven), VerdictCode.Returned),
        ["returned, after its window"] = (
            Make.Facts(Make.Permission(), (Submitted, "08:00"), (Returned, "10:30")),
            Make.Ask(Make.To + Tick),
            VerdictCode.NotFiled
        ),
        ["submitted again"] = (
            Make.Facts(Make.Permission(), (Submitted, "08:00"), (Returned, "09:00"), (Submitted, "10:30")),
            Make.Ask(Eleven),
            VerdictCode.Pending
        ),
        ["completed in the moment of the record, by seq"] = (
            Make.Facts(Make.Permission(emergency: true), (Submitted, "08:00"), (Recorded, "10:30"), (Completed, "10:30")),
            Make.Ask(Eleven),
            VerdictCode.Completed
        ),
    };

    private static Permission Tomorrow => Make.Permission(Make.At("11:00", days: 1), Make.At("12:00", days: 1));

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_table_of_R3_holds(string name)
    {
        var (facts, question, code) = Table[name];

        var verdict = Make.Judge(facts, question);

        Assert.Equal(code, verdict.Code);
        Assert.Equal(code == VerdictCode.NotFiled, verdict.Bases.Count == 0);
    }

    [Fact]
    public void Every_code_is_in_the_table() =>
        Assert.Equal(Enum.GetValues<VerdictCode>(), Table.Values.Select(row => row.Code).Distinct().Order());

    private static RegisterFact[] Act(FactKind kind, string at) =>
        kind == Recorded
            ? Make.Facts(Make.Permission(), (Submitted, "08:00"), (Recorded, at))
            : Make.Facts(Make.Permission(), (Submitted, "08:00"), (Recorded, "09:00"), (kind, at));

    private static RegisterFact[] Emergency(Permission body) => Make.Facts("XW-2", body, (Submitted, "08:00"));

    private static RegisterFact[] Other(Permission body) => Make.Facts("DD-2", body, (Ordered, "08:00"));
}
