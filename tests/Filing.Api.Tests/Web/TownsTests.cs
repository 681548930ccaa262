using FilingApi.Domain;
using FilingApi.Tests.Features.Events;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Web;

/// <summary>What is of a town is seen by the offices of that town; an account of no town sees nothing of any.</summary>
public sealed class TownsTests(TestService service) : IClassFixture<TestService>
{
    /// <summary>Asked about the whole installation, or tried by tests of their own (events).</summary>
    private static readonly string[] NotHere =
    [
        "AskPlate",
        "FollowEvents",
        "ListAdminActs",
        "ListDepartments",
        "ListOrganisations",
        "ListPlants",
        "ListTrucks",
        "ReadHeads",
        "ReadTruckTrace",
    ];

    private const string EmptyTown = "430181119";
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task A_supervisor_of_another_town_and_one_of_none_see_nothing_of_this_one()
    {
        var (lists, items) = await Everything();
        var useCases = _service.Get<UseCases>();
        var readable = useCases.All.Where(row => !row.IsForAnyone && row.Roles.Contains(Role.Supervisor) && IsRead(row.Name));
        Assert.Empty(readable.Select(row => row.Name).Except([.. NotHere, .. lists.Keys, .. items.Select(item => item.Name)]));

        foreach (var list in lists)
        {
            Assert.True((await _service.Supervisor.Get(list.Value).MustBe(200)).Items().Count > 0, $"{list.Key} shows nothing");
        }

        await _service.Admin.Post("towns", new { code = EmptyTown, name = "北盛镇" }).MustBe(201);
        var (other, none) = (await SignedIn("v-other", [EmptyTown]), await SignedIn("v-none", []));
        foreach (var stranger in new[] { other, none })
        {
            foreach (var list in lists.Values)
            {
                Assert.Empty((await stranger.Get(list).MustBe(200)).Items());
            }

            foreach (var (name, path, body) in items)
            {
                Assert.Equal(
                    $"{name} 404 FIL-020",
                    $"{name} {(body is null ? await stranger.Get(path) : await stranger.Post(path, body)).Said}"
                );
            }
        }
    }

    [Fact]
    public async Task Departments_are_shown_to_their_town_alone()
    {
        var (other, none) = (await SignedIn("d-other", [SmallTown.TownB]), await SignedIn("d-none", []));

        var shown = (await other.Get("departments").MustBe(200)).Items();

        Assert.Equal(["centre", "construction", "ecology", "squad"], shown.Select(item => item.Text("code")));
        Assert.All(shown, item => Assert.Equal(SmallTown.TownB, item.Text("town")));
        Assert.Empty((await none.Get("departments").MustBe(200)).Items());
    }

    [Fact]
    public async Task Acts_of_administration_are_shown_to_supervisors_of_their_town_and_to_the_administration()
    {
        var (ofB, ofBoth) = (await SignedIn("acts-b", [SmallTown.TownB]), await SignedIn("acts-both", [SmallTown.TownA, SmallTown.TownB]));
        var none = await SignedIn("acts-none", []);
        await MakeAccount("made-in-a", "squad", "Q1", [SmallTown.TownA], null).MustBe(201);
        await MakeAccount("made-in-b", "squad", "Q1", [SmallTown.TownB], null).MustBe(201);

        var seen = new List<string>();
        foreach (var who in new[] { _service.Supervisor, ofB, ofBoth, none, _service.Admin })
        {
            var subjects = (await who.Get("acts").MustBe(200)).Items().Select(act => act.Text("subject")!);
            seen.Add(string.Join(' ', subjects.Where(subject => subject.StartsWith("made-in-", StringComparison.Ordinal))));
        }

        Assert.Equal(["made-in-a", "made-in-b", "made-in-b made-in-a", "", "made-in-b made-in-a"], seen);
    }

    [Fact]
    public async Task What_is_done_to_a_trip_or_to_a_load_without_one_stands_in_the_timeline_of_its_town()
    {
        var number = await _service.Recorded(Make.Plate(6));
        _service.Move("09:30");
        await _service.Load(number, 1, Make.Plate(6)).MustBe(200);
        var receipt = new
        {
            plate = Make.Plate(6),
            plant = "P1",
            m3 = 8,
        };
        await _service.Plant.Post("receipts", receipt).MustBe(201);

        var acts = await _service.Look(db =>
            db.Timeline.Where(act => act.Subject == SubjectKind.Trip || act.Subject == SubjectKind.Arrival).ToListAsync()
        );

        Assert.Equal([SubjectKind.Trip, SubjectKind.Arrival], acts.Select(act => act.Subject).Distinct().Order());
        Assert.All(acts, act => Assert.Equal(SmallTown.TownA, act.Town));
    }

    [Fact]
    public async Task An_account_of_several_towns_sees_each_of_them()
    {
        await Everything();
        var both = await SignedIn("v-both", [SmallTown.TownB, SmallTown.TownA]);

        foreach (var list in new[] { "filings", "sightings", "runs", "leads", "trips", "reviews" })
        {
            var ofOne = (await _service.Supervisor.Get(list)).Items().Select(item => item.GetRawText()).ToList();
            Assert.NotEmpty(ofOne);
            Assert.Empty(ofOne.Except((await both.Get(list).MustBe(200)).Items().Select(item => item.GetRawText())));
        }
    }

    [Fact]
    public async Task Towns_and_departments_of_an_account_are_there_or_it_is_not_made()
    {
        var town = await Account("a-town", ["430181000"], null);
        var department = await Account("a-dept", [SmallTown.TownA], ["nobody"]);
        var desk = await Account("a-desk", null, null);

        Assert.Equal(["422 FIL-113", "422 ENF-304"], [town.Said, department.Said]);
        Assert.Equal(
            (SmallTown.TownA, "squad"),
            (desk.Must(201).Items("towns").Single().GetString(), desk.Items("departments").Single().GetString())
        );
    }

    [Fact]
    public async Task A_run_is_of_the_town_of_its_first_sightings_account_and_tells_that_town()
    {
        await Camera("camera-b", "S2");
        var (ofB, ofA) = (await SignedIn("v-b", [SmallTown.TownB]), _service.Supervisor);
        using var stream = await EventStream.Open(ofB);
        var camera = await Token("camera-b");
        await camera.Post("sightings", new[] { Make.Sighting("same-id", Make.Plate(9), _service.At("07:50")) }).MustBe(202);
        await _service.Camera.Post("sightings", new[] { Make.Sighting("same-id", Make.Plate(9), _service.At("07:55")) }).MustBe(202);
        _service.Move("08:10");
        await _service.Settle();

        var run = (await ofB.Get("runs").MustBe(200)).Items().Single(item => item.Text("plate") == Make.Plate(9));

        Assert.Equal(SmallTown.TownB, run.Text("town"));
        Assert.Equal(2, run.GetProperty("sightings").GetArrayLength());
        Assert.Equal($"run-opened {run.Text("id")}", (await stream.Next(1))[0].What);
        Assert.DoesNotContain(Make.Plate(9), (await ofA.Get("runs")).Items().Select(item => item.Text("plate")));
    }

    /// <summary>R4: a sender's id is its account's own; a repetition counts within the account alone.</summary>
    [Fact]
    public async Task The_same_id_of_two_accounts_is_two_sightings()
    {
        await Camera("camera-c", "Q1");
        var other = await Token("camera-c");
        var item = new[] { Make.Sighting("R4-same", Make.Plate(4), _service.At("07:50")) };

        await _service.Camera.Post("sightings", item).MustBe(202);
        var theirs = await other.Post("sightings", item).MustBe(202);
        var again = await other.Post("sightings", item).MustBe(202);

        Assert.Equal(
            [(1, 0), (0, 1)],
            new[] { theirs, again }.Select(reply =>
                (reply.Body.GetProperty("accepted").GetInt32(), reply.Body.GetProperty("duplicates").GetInt32())
            )
        );
        var seen = (await _service.Squad.Get("sightings")).Items().Where(row => row.Text("senderId") == "R4-same").ToList();
        Assert.Equal(["camera", "camera-c"], seen.Select(row => row.Text("account")).Order(StringComparer.Ordinal));
        Assert.Equal(2, seen.Select(row => row.Text("id")).Distinct().Count());
    }

    /// <summary>One of everything in town A, and where it is read.</summary>
    private async Task<(Dictionary<string, string> Lists, List<(string Name, string Path, object? Body)> Items)> Everything()
    {
        var (id, plate) = ($"patrol-{_service.Today:MMdd}", Make.Plate(5));
        var number = await _service.Recorded();
        await _service.Filed(Make.Plate(2));
        await _service.Squad.Post("sightings", new[] { Make.Sighting(id, plate, _service.At("08:00"), "patrol") }).MustBe(202);
        await _service.Squad.Put($"sightings/{id}/record", new { note = "停在路边" }).MustBe(200);
        _service.Move("09:30");
        await _service.Load(number, 1).MustBe(200);
        var order = await _service.Centre.Post("orders", Make.Order(_service.At("10:00"), _service.At("11:00"), Make.Plate(7))).MustBe(201);
        await _service.Settle();
        var run = (await _service.Supervisor.Get("runs").MustBe(200)).Items()[0].Text("id");
        var (lead, sighting) = ($"unregistered-run-{run}", Make.SightingId("squad", id));
        return (
            new()
            {
                ["ListFilings"] = "filings",
                ["ListReviews"] = "reviews",
                ["ListSightings"] = "sightings",
                ["ListRuns"] = "runs",
                ["ListLeads"] = "leads",
                ["ListTrips"] = "trips",
                ["ListJobs"] = "jobs",
                ["ListOrders"] = "orders",
                ["ReadTruck"] = $"trucks/{Uri.EscapeDataString(Make.Plate(1))}/yellow",
            },
            [
                ("ReadFiling", $"filings/{number}", null),
                ("ReadLead", $"leads/{lead}", null),
                ("ReadOrder", $"orders/{order["number"]}", null),
                ("ReadJob", $"jobs/{order.Items("stops")[0].Text("job")}", null),
                ("ReadRecord", $"sightings/{sighting}/record", null),
                ("CheckLead", $"leads/{lead}/check", new { result = "true" }),
                ("CheckRun", $"runs/{run}/check", new { result = "true" }),
                ("AssignLead", $"leads/{lead}/assignment", new { department = "ecology", reason = "x" }),
                ("ReviewSighting", $"sightings/{sighting}/review", new { result = "true" }),
            ]
        );
    }

    private static bool IsRead(string name) =>
        name.StartsWith("List", StringComparison.Ordinal)
        || name.StartsWith("Read", StringComparison.Ordinal)
        || name.StartsWith("Ask", StringComparison.Ordinal)
        || name.StartsWith("Follow", StringComparison.Ordinal);

    private async Task<Api> SignedIn(string account, string[] towns)
    {
        var name = $"{account}-{_service.Today:MMdd}";
        await MakeAccount(name, "supervisor", "V1", towns, null).MustBe(201);
        return await Token(name);
    }

    private Task<Reply> Camera(string account, string organisation) => MakeAccount(account, "device", organisation, null, null).MustBe(201);

    private Task<Reply> Account(string account, string[]? towns, string[]? departments) =>
        MakeAccount(account, "squad", "Q1", towns, departments);

    private Task<Reply> MakeAccount(string account, string role, string organisation, string[]? towns, string[]? departments) =>
        _service.Admin.Post(
            "accounts",
            new
            {
                account,
                password = SmallTown.Password,
                role,
                organisation,
                towns,
                departments,
            }
        );

    private async Task<Api> Token(string account) =>
        _service.With((await _service.Anyone.Post("tokens", new { account, password = SmallTown.Password }).MustBe(200))["token"]!);
}
