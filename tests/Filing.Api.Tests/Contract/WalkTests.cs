using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace FilingApi.Tests.Contract;

/// <summary>One walk through the service, as its people take it: every answer is what the description says of it.</summary>
public sealed partial class WalkTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();
    private readonly HashSet<string> _good = [];
    private Described _described = null!;

    [Fact]
    public async Task What_the_description_says_is_what_is_answered()
    {
        _described = await Described.Of(_service.Anyone);
        await Registry();
        await Filings();
        await Trips();
        await Jobs();
        await Orders();
        await Fleet();
        await Sightings();
        await Lists();
        await Evidence();

        var unseen = _described.Operations.Select(operation => operation.Id).Except(_good).Order(StringComparer.Ordinal);
        Assert.Empty(unseen);
    }

    private async Task Registry()
    {
        await Good("IssueToken", _service.Anyone, body: new { account = "clerk", password = SmallTown.Password });
        await Good(
            "CreateAccount",
            _service.Admin,
            body: new
            {
                account = "clerk9",
                password = SmallTown.Password,
                role = "enterprise",
                organisation = "E1",
            }
        );
        await Good("RegisterTown", _service.Admin, body: new { code = "430181999", name = "新镇" });
        var village = new
        {
            town = SmallTown.TownA,
            code = "village-9",
            kind = "village",
            name = "丰裕村",
        };
        await Good("RegisterDepartment", _service.Admin, body: village);
        await Bad("RegisterDepartment", _service.Admin, body: village);
        await Good("ListDepartments", _service.Squad);
        await Good(
            "SetResponsibility",
            _service.Admin,
            body: new
            {
                town = SmallTown.TownA,
                kind = "other-plant",
                department = "village-9",
                checkDays = 5,
                closeDays = 20,
                from = "2026-03-01",
            }
        );
        await Good(
            "RegisterOrganisation",
            _service.Admin,
            body: new
            {
                code = "E9",
                kind = "enterprise",
                name = "新厂",
                town = SmallTown.TownA,
            }
        );
        await Good(
            "RegisterPlant",
            _service.Admin,
            body: new
            {
                code = "P9",
                name = "新厂",
                point = Make.Site,
                radiusM = 100,
                accepts = new[] { "septic" },
            }
        );
        await Good(
            "RegisterDepot",
            _service.Admin,
            body: new
            {
                code = "D9",
                name = "车场",
                point = Make.Site,
            }
        );
        await Good("RegisterTruck", _service.Admin, body: Make.Truck("湘A99999", "yellow", "H1"));
        await Good("ImportCalendar", _service.Admin, "2031", new { off = new[] { "2031-01-01" }, work = Array.Empty<string>() });
        await Good("ImportSheet", _service.Admin, "organisations", new Table("code,kind,name,town\nE8,enterprise,新厂,430181117\n"));
        await Bad("ImportSheet", _service.Admin, "organisations", new Table("code,sort\nE8,x\n"));
        await Good("ExportSheet", _service.Admin, "organisations");
        foreach (var open in new[] { "Alive", "Ready" })
        {
            await Good(open, _service.Anyone);
        }

        foreach (var list in new[] { "ListTrucks", "ListPlants", "ListOrganisations" })
        {
            await Good(list, _service.Clerk);
        }

        await Bad("IssueToken", _service.Anyone, body: new { account = "clerk", password = "wrong" });
        await Bad(
            "CreateAccount",
            _service.Admin,
            body: new
            {
                account = "x9",
                password = "weak",
                role = "enterprise",
                organisation = "E1",
            }
        );
        await Bad("RegisterTruck", _service.Admin, body: Make.Truck("湘A99999", "yellow", "H1"));
    }

    private async Task Filings()
    {
        var body = Make.Filing(_service.At("09:00"), _service.At("12:00"));
        var number = (await Good("FileFiling", _service.Clerk, body: body))["number"]!;
        await Good("ReturnFiling", _service.Station, number, new { defects = new[] { "缺协议" } });
        await Good("EditFiling", _service.Clerk, number, body);
        await Good("SubmitFiling", _service.Clerk, number);
        await Good("ReadFiling", _service.Station, number);
        await Good("RecordFiling", _service.Station, number, new { conditions = "限速" });
        await Bad("RecordFiling", _service.Station, number);
        await Good("RevokeFiling", _service.Station, number, new { reason = "违规" });
        await Good("WithdrawFiling", _service.Clerk, await _service.Filed(Make.Plate(2)));
        await Good("RefuseFiling", _service.Station, await _service.Filed(Make.Plate(2)), new { reason = "不符" });
        await Bad("ReadFiling", _service.Clerk2, number);
        body["m3"] = 0;
        await Bad("FileFiling", _service.Clerk, body: body);
        await Good("ListFilings", _service.Station);
        await _service.Filed(Make.Plate(2));
        await _service.Settle();
        await Good("ListReviews", _service.Station);
    }

    private async Task Trips()
    {
        var number = await _service.Recorded(Make.Plate(3), trips: 3);
        _service.Move("09:30");
        await Good("LoadTrip", _service.Clerk, $"{number}-1", new { plate = Make.Plate(3), m3 = 8 });
        await _service.Load(number, 2, Make.Plate(3));
        await Good(
            "ReceiveTrip",
            _service.Plant,
            $"{number}-1",
            new
            {
                plate = Make.Plate(3),
                plant = "P1",
                m3 = 5,
                gross = 9000,
                tare = 4000,
                net = 5000,
            }
        );
        await Good("RejectTrip", _service.Plant, $"{number}-2", new { reason = "超标" });
        await Bad("RejectTrip", _service.Plant, $"{number}-2", new { reason = "超标" });
        await Good(
            "ReceiveArrival",
            _service.Plant,
            body: new
            {
                plate = Make.Stranger,
                plant = "P1",
                m3 = 5,
            }
        );
        await Good("ListTrips", _service.Plant);
        var lead = (await Good("ListLeads", _service.Squad)).Items().Single(item => item.Text("kind") == "volume-mismatch").Text("id");
        await Good("ReadLead", _service.Squad, lead);
        await Good("AssignLead", _service.Squad, lead, new { department = "village-9", reason = "属地核查" });
        await Bad("AssignLead", _service.Squad, lead, new { department = "nobody", reason = "x" });
        await Good("CheckLead", _service.Supervisor, lead, new { result = "false", words = "过磅误差" });
        await Bad("CheckLead", _service.Supervisor, lead, new { result = "true" });
    }

    private async Task Jobs()
    {
        var job = (await Good("ReportJob", _service.Centre, body: Make.Job()))["id"]!;
        await Good("ChangeJob", _service.Centre, job, Make.Job(m3: 7));
        await Good("MakeJobUrgent", _service.Centre, job);
        await Good("CancelJob", _service.Centre, job, new { reason = "不再需要" });
        Assert.Equal("409 DSP-214", (await Call("ChangeJob", _service.Centre, job, Make.Job())).Said);
        await Bad("ReadJob", _service.Centre, "GD-0");
        var backwards = Make.Job();
        (backwards["earliest"], backwards["latest"]) = (Make.Instant(_service.At("11:00")), Make.Instant(_service.At("10:00")));
        Assert.Equal("422 DSP-207", (await Call("ReportJob", _service.Centre, null, backwards)).Said);
    }

    private async Task Orders()
    {
        var job = (await Good("ReportJob", _service.Centre, body: Make.Job()))["id"]!;
        object Order(object stop) => Make.Order(_service.At("09:45"), _service.At("11:00"), [stop], Make.Plate(6));
        var cancelled = (await Good("PublishOrder", _service.Centre, body: Order(new { job })))["number"]!;
        Assert.Equal("409 DSP-206", (await Call("PublishOrder", _service.Centre, null, Order(new { job }))).Said);
        await Good("CancelOrder", _service.Centre, cancelled, new { reason = "改期" });
        await Bad("CancelOrder", _service.Centre, cancelled, new { reason = "改期" });
        var declined = (await Good("PublishOrder", _service.Centre, body: Order(new { job })))["number"]!;
        await Good("DeclineOrder", _service.Hauler, declined, new { reason = "车坏" });
        Assert.Equal("409 DSP-205", (await Call("ConfirmOrder", _service.Hauler, declined, null)).Said);
        Assert.Equal("422 DSP-208", (await Call("PublishOrder", _service.Centre, null, Order(new { job = "GD-0" }))).Said);

        var given = (await Good("PublishOrder", _service.Centre, body: Order(new { job })))["number"]!;
        await Good("ConfirmOrder", _service.Hauler, given);
        await Good("BeginStop", _service.Hauler, $"{given}|1");
        await Good("FinishStop", _service.Hauler, $"{given}|1", new { m3 = 5.5 });
        await Bad("SkipStop", _service.Hauler, $"{given}|1", new { reason = "堵车" });
        Assert.Equal("returned", (await Good("ReturnJob", _service.Centre, job, new { reason = "未清净", m3 = 2 }))["status"]);
        var again = (await Good("PublishOrder", _service.Centre, body: Order(new { job })))["number"]!;
        await Good("SkipStop", _service.Hauler, $"{again}|1", new { reason = "堵车" });
        var last = (await Good("PublishOrder", _service.Centre, body: Order(new { job })))["number"]!;
        await Good("BeginStop", _service.Centre, $"{last}|1");
        await Good("FinishStop", _service.Centre, $"{last}|1", new { m3 = 2, mudDepth = 20 });
        Assert.Equal("accepted", (await Good("AcceptJob", _service.Centre, job, new { mudDepth = 15 }))["status"]);
        Assert.NotEmpty((await Good("ReadJob", _service.Supervisor, job)).Items("timeline"));
        Assert.NotEmpty((await Good("ReadOrder", _service.Hauler, last)).Items("timeline"));
        await Good("ListJobs", _service.Centre);
        await Good("ListOrders", _service.Hauler);
    }

    private async Task Fleet()
    {
        var (truck, day) = ($"{Make.Plate(8)}|yellow", $"{_service.Today:yyyy-MM-dd}");
        await Good("SetTruckFleet", _service.Hauler, truck, new { shiftFrom = "07:00", shiftTo = "16:00" });
        await Good("SetTruckDay", _service.Hauler, $"{truck}|{day}", new { onDuty = false });
        await Good("SetPlantFleet", _service.Centre, "P1", new { bays = 2 });
        await Good("SetPlantDay", _service.Centre, $"P1|{day}", new { open = false });
        await Bad("SetPlantFleet", _service.Centre, "P0", new { bays = 2 });
        await Good("ReadFleet", _service.Hauler);
    }

    private async Task Sightings()
    {
        var doubtful = Make.Sighting("walk-2", Make.Plate(5), _service.At("09:30"));
        doubtful["confidence"] = 0.5;
        var invalid = Make.Sighting("walk-3", "no plate", _service.At("09:30"));
        await Good(
            "ReportSightings",
            _service.Camera,
            body: new[] { Make.Sighting("walk-1", Make.Plate(5), _service.At("09:30")), doubtful, invalid }
        );
        await _service
            .Squad.Post("sightings", new[] { Make.Sighting("walk-4", Make.Plate(5), _service.At("09:30"), "patrol") })
            .MustBe(202);
        await Good("KeepRecord", _service.Squad, "walk-4", new { note = "停在路边" });
        await Good("ReadRecord", _service.Supervisor, Make.SightingId("squad", "walk-4"));
        await Good("ReviewSighting", _service.Squad, Make.SightingId("camera", "walk-2"), new { result = "unclear" });
        _service.Move("09:45");
        await _service.Settle();
        await Good("ListSightings", _service.Squad);
        var runs = await Good("ListRuns", _service.Squad);
        await Good("CheckRun", _service.Squad, runs.Items()[0].Text("id"), new { result = "true", note = "属实" });
    }

    private async Task Lists()
    {
        await Good("AskPlate", _service.Squad, Uri.EscapeDataString(Make.Plate(3)));
        var list = await Good("ReadOfflineList", _service.Squad);
        var key = (await Good("ReadKeys", _service.Anyone)).Items("keys").Single(known => known.Text("kid") == list["keyId"]);
        using var signer = ECDsa.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = Base64Url.DecodeFromChars(key.Text("x")), Y = Base64Url.DecodeFromChars(key.Text("y")) },
            }
        );
        Assert.NotEmpty(list.Items("entries"));
        Assert.True(
            signer.VerifyData(
                Encoding.UTF8.GetBytes(list.Text),
                Base64Url.DecodeFromChars(list.Headers.GetValues("X-Signature").Single()),
                HashAlgorithmName.SHA256
            )
        );
        await Receipt();
        await Bad("AskPlate", _service.Squad, "nonsense");
        await Good("AskPublicly", _service.Anyone, Uri.EscapeDataString(Make.Plate(3)));
    }

    private async Task Evidence()
    {
        var token = (await Good("IssueToken", _service.Anyone, body: new { account = "clerk9", password = SmallTown.Password }))["token"]!;
        await Good("ChangePassword", _service.With(token), body: new { current = SmallTown.Password, password = "Changed-horse-1" });
        await Good("CloseAccount", _service.Admin, "clerk9", new { reason = "离职" });
        await Good("ShowContact", _service.Clerk, await _service.Filed(Make.Plate(8)), new { reason = "核对电话" });
        await Good("ReadHeads", _service.Admin);
        await Good("ListAdminActs", _service.Admin);

        // Its good answer needs a first start: FirstStartTests.
        await Bad(
            "MakeFirstAdministrator",
            _service.Anyone,
            body: new
            {
                code = "WRONG",
                account = "first",
                password = SmallTown.Password,
            }
        );
        _good.Add("MakeFirstAdministrator");
    }

    private async Task Receipt()
    {
        var filed = await _service
            .Clerk.Post("filings", Make.Filing(_service.At("10:00"), _service.At("12:00"), Make.Plate(7)))
            .MustBe(201);
        var (number, word) = (filed["number"]!, filed["checkWord"]!);
        foreach (
            var (id, path) in new[]
            {
                ("ShowReceipt", $"filings/{number}/receipt?word="),
                ("ShowReceiptCode", $"filings/{number}/receipt.svg?word="),
                ("OpenReceipt", $"/r/{number}?w="),
            }
        )
        {
            var reply = await _service.Anyone.Get(path + word).MustBe(200);
            Assert.Empty(_described.Faults(_described[id], reply));
            _good.Add(id);
        }

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("404 FIL-020", (await _service.Anyone.Get($"/r/{number}?w=ZZZZZZ")).Said);
        }

        Assert.Equal("429 SEC-008", (await _service.Anyone.Get($"/r/{number}?w={word}")).Said);
        var told = await _service.Squad.Open("events");
        Assert.Equal((200, "text/event-stream"), (told.Status, told.ContentType));
        _good.Add("FollowEvents");
    }

    /// <summary>Every write is also sent with a version that is stale, and sent twice with its key.</summary>
    private async Task<Reply> Good(string id, Api api, string? key = null, object? body = null)
    {
        var headers = _described[id].Named("header");
        if (headers.Contains("If-Match"))
        {
            Assert.Equal("412 FIL-021", (await Call(id, api, key, body, ("If-Match", "\"9999\""))).Said);
        }

        (string, string)[] idempotent = headers.Contains("Idempotency-Key") ? [("Idempotency-Key", Guid.NewGuid().ToString())] : [];
        var reply = await Call(id, api, key, body, idempotent);
        Assert.True(reply.Status is >= 200 and < 300, $"{id}: {reply.Status} {reply.Text}");
        _good.Add(id);
        if (idempotent.Length > 0 && id is not ("ChangePassword" or "CloseAccount" or "ShowContact"))
        {
            await IsTheSame(id, api, key, body, idempotent, reply);
        }

        return reply;
    }

    private async Task IsTheSame(string id, Api api, string? key, object? body, (string, string)[] idempotent, Reply first)
    {
        var rows = await _service.Rows();
        var again = await Call(id, api, key, body, idempotent);
        Assert.True(
            (first.Status, first.Text, first.ETag) == (again.Status, again.Text, again.ETag),
            $"{id} again: {again.Status} {again.Text}"
        );
        Assert.Equal(rows, await _service.Rows());
    }

    private async Task Bad(string id, Api api, string? key = null, object? body = null) =>
        Assert.InRange((await Call(id, api, key, body)).Status, 400, 499);

    private async Task<Reply> Call(string id, Api api, string? key, object? body, params (string, string)[] headers)
    {
        var operation = _described[id];
        var (keys, n) = (key?.Split('|') ?? [], 0);
        var path = key is null ? operation.Path : Place().Replace(operation.Path, _ => keys[Math.Min(n++, keys.Length - 1)]);
        var reply = operation.Method switch
        {
            "GET" => await api.Get(path),
            "PUT" => await api.Put(path, body!, headers),
            _ when body is Table table => await api.Send(HttpMethod.Post, path, Encoding.UTF8.GetBytes(table.Csv), "text/csv", headers),
            _ => await api.Post(path, body, headers),
        };
        Assert.Empty(_described.Faults(operation, reply));
        return reply;
    }

    private sealed record Table(string Csv);

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Place();
}
